package io.loanflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.identity.Viewer;
import io.loanflow.people.BdmDirectory;
import io.loanflow.people.Branches;
import io.loanflow.people.BrokerDirectory;
import io.loanflow.people.Directory;
import io.loanflow.people.Entry;
import io.loanflow.people.Listing;
import io.loanflow.people.QuantitySurveyors;
import io.loanflow.people.Valuers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A branch with the demo's broker and BDM in it, a valuer and a quantity surveyor. */
@Component
class DemoContacts {

    private static final String ADDRESS = "{\"street_number\": \"48\", \"street_name\": \"Pitt Street\","
            + " \"suburb\": \"Sydney\", \"state\": \"NSW\", \"postcode\": \"2000\"}";

    private final Branches branches;
    private final BrokerDirectory brokers;
    private final BdmDirectory bdms;
    private final Valuers valuers;
    private final QuantitySurveyors surveyors;
    private final ObjectMapper json;

    DemoContacts(
            Branches branches,
            BrokerDirectory brokers,
            BdmDirectory bdms,
            Valuers valuers,
            QuantitySurveyors surveyors,
            ObjectMapper json) {
        this.branches = branches;
        this.brokers = brokers;
        this.bdms = bdms;
        this.valuers = valuers;
        this.surveyors = surveyors;
        this.json = json;
    }

    void make(Map<String, String> accounts) {
        var admin = new Viewer(String.valueOf(accounts.get("admin")), Set.of("admin"));
        var branch = branches.add(entry("Sydney", "+61290000000", "sydney@loanflow.example"), admin);
        var inBranch = json.createObjectNode().put("branch_id", branch.id());
        linked(brokers, accounts.get("broker"), admin)
                .forEach(broker -> brokers.change(broker, inBranch, any -> true, admin));
        linked(bdms, accounts.get("bd"), admin).forEach(bdm -> bdms.change(bdm, inBranch, any -> true, admin));
        valuers.add(entry("Vera Value", "+61290000001", "valuer@loanflow.example"), admin);
        surveyors.add(entry("Quinn Quantity", "+61290000002", "surveyor@loanflow.example"), admin);
    }

    private static List<Long> linked(Directory<?> directory, @Nullable String account, Viewer viewer) {
        var listing = new Listing(Listing.filters("user_id", account), directory.usualOrder(), 1, 1);
        return directory.list(viewer, listing).items().stream().map(Entry::id).toList();
    }

    private JsonNode entry(String name, String phone, String email) {
        try {
            return json.createObjectNode()
                    .put("name", name)
                    .put("phone", phone)
                    .put("email", email)
                    .set("address", json.readTree(ADDRESS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
