package io.loanflow.people;

import io.loanflow.identity.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The valuers; brokers do not meet them. */
@Component
public class Valuers extends Directory<ExpertData> {

    Valuers(DirectoryTools tools) {
        super(
                DirectoryShape.of(
                        "valuer",
                        "valuer",
                        ExpertData.class,
                        List.of("name", "company", "email", "phone", "address"),
                        List.of("name", "company", "email")),
                List.of("admin", "credit", "bd"),
                tools);
    }

    @Override
    String sight(Viewer viewer) {
        return Sight.of(viewer, "false");
    }
}
