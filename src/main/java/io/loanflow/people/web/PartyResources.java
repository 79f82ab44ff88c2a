package io.loanflow.people.web;

import io.loanflow.identity.Viewer;
import io.loanflow.people.Duplicate;
import io.loanflow.people.Duplicates;
import io.loanflow.people.Party;
import io.loanflow.people.PartyRegister;
import io.loanflow.platform.web.EntityTag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts together what one person may see of a borrower or guarantor. */
@Component
class PartyResources {

    private final Duplicates duplicates;
    private final PartyRegister register;

    PartyResources(Duplicates duplicates, PartyRegister register) {
        this.duplicates = duplicates;
        this.register = register;
    }

    /** An answer that carries the version as entity tag, and to those at work who may be the same. */
    ResponseEntity<PartyResource> tagged(ResponseEntity.BodyBuilder answer, Party party, Viewer viewer) {
        var same = isWork(party, viewer) ? duplicates.of(party, viewer) : null;
        return answer.eTag(EntityTag.of(party.version())).body(resource(party, viewer, same));
    }

    PartyResource item(Party party, Viewer viewer) {
        return resource(party, viewer, null);
    }

    private PartyResource resource(Party party, Viewer viewer, @Nullable List<Duplicate> same) {
        return new PartyResource(
                isWork(party, viewer) ? party.data() : register.withoutRemarks(party.data()),
                party.userId() != null,
                party.createdAt(),
                party.updatedAt(),
                party.version(),
                same);
    }

    /** What is remarked about somebody is for those who work with them, whatever else they do themselves. */
    private static boolean isWork(Party party, Viewer viewer) {
        return viewer.in("admin", "credit")
                || viewer.in("accounts", "bd", "broker") && !viewer.userId().equals(party.userId());
    }
}
