package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.address;
import static io.loanflow.document.letter.Wording.day;
import static io.loanflow.document.letter.Wording.phone;

import io.loanflow.document.Material;
import io.loanflow.people.Bdm;
import io.loanflow.people.BranchData;
import io.loanflow.people.Broker;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The letter itself, and the people at the lender's and the broker's who look after the application. */
final class ContactFacts {

    private ContactFacts() {}

    static List<Fact<Material>> all() {
        return List.of(
                Fact.<Material>of(
                                "reference",
                                "reference",
                                material -> material.application().reference())
                        .from("reference")
                        .always(),
                Fact.<Material>of("letter_date", "date of the letter", material -> day(material.today()))
                        .always()
                        .onlyContact(),
                Fact.<Material>of("application_date", "date of the application", material -> day(material.entered()))
                        .from("created_at")
                        .always(),
                broker("broker_name", "name of the broker", Broker::name),
                broker("broker_company", "company of the broker", Broker::company),
                broker("broker_email", "e-mail address of the broker", Broker::email)
                        .onlyContact(),
                broker("broker_phone", "phone number of the broker", broker -> phone(broker.phone()))
                        .onlyContact(),
                bdm("bdm_name", "name of the BDM", Bdm::name),
                bdm("bdm_email", "e-mail address of the BDM", Bdm::email).onlyContact(),
                bdm("bdm_phone", "phone number of the BDM", bdm -> phone(bdm.phone()))
                        .onlyContact(),
                branch("branch_name", "name of the branch", BranchData::name),
                branch("branch_address", "address of the branch", branch -> address(branch.address()))
                        .onlyContact(),
                branch("branch_phone", "phone number of the branch", branch -> phone(branch.phone()))
                        .onlyContact(),
                branch("branch_email", "e-mail address of the branch", BranchData::email)
                        .onlyContact());
    }

    private static Fact<Material> broker(String name, String label, Function<Broker, @Nullable String> value) {
        return of(name, label, "broker_id", Material::broker, value);
    }

    private static Fact<Material> bdm(String name, String label, Function<Bdm, @Nullable String> value) {
        return of(name, label, "bdm_id", Material::bdm, value);
    }

    private static Fact<Material> branch(String name, String label, Function<BranchData, @Nullable String> value) {
        return of(name, label, "branch_id", Material::branch, value);
    }

    private static <P> Fact<Material> of(
            String name,
            String label,
            String field,
            Function<Material, @Nullable P> whose,
            Function<P, @Nullable String> value) {
        return Fact.<Material>of(name, label, material -> {
                    var somebody = whose.apply(material);
                    return somebody == null ? null : value.apply(somebody);
                })
                .from(field);
    }
}
