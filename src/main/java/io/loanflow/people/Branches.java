package io.loanflow.people;

import io.loanflow.identity.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** The branches of the lender; a broker sees their own. */
@Component
public class Branches extends Directory<BranchData> {

    Branches(DirectoryTools tools) {
        super(
                DirectoryShape.of(
                        "branch",
                        "branch",
                        BranchData.class,
                        List.of("name", "address", "phone", "email"),
                        List.of("name", "email")),
                List.of("admin"),
                tools);
    }

    @Override
    String sight(Viewer viewer) {
        return Sight.of(viewer, "t.id in (select b.branch_id from broker b where b.user_id = :viewer)");
    }
}
