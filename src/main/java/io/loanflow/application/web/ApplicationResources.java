package io.loanflow.application.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.application.Approval;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.application.Settlement;
import io.loanflow.identity.Accounts;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.people.Duplicate;
import io.loanflow.people.Duplicates;
import io.loanflow.people.Party;
import io.loanflow.people.PartyRegister;
import io.loanflow.platform.Problem;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.workflow.OpenTask;
import io.loanflow.workflow.Position;
import io.loanflow.workflow.Positions;
import io.loanflow.workflow.Transitions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what one person may see of an application. */
@Component
class ApplicationResources {

    private final LoanApplications applications;
    private final AssignedPeople assigned;
    private final ApprovalRegister approvals;
    private final Settlement settlement;
    private final Positions positions;
    private final Transitions transitions;
    private final Accounts accounts;
    private final PartyRegister people;
    private final Duplicates duplicates;
    private final Visibility visibility;
    private final ObjectMapper json;

    ApplicationResources(
            LoanApplications applications,
            AssignedPeople assigned,
            ApprovalRegister approvals,
            Settlement settlement,
            Positions positions,
            Transitions transitions,
            Accounts accounts,
            PartyRegister people,
            Duplicates duplicates,
            Visibility visibility,
            ObjectMapper json) {
        this.applications = applications;
        this.assigned = assigned;
        this.approvals = approvals;
        this.settlement = settlement;
        this.positions = positions;
        this.transitions = transitions;
        this.accounts = accounts;
        this.people = people;
        this.duplicates = duplicates;
        this.visibility = visibility;
        this.json = json;
    }

    /** An answer that carries the application, with an entity tag that begins with its version. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public ResponseEntity<ApplicationResource> tagged(
            ResponseEntity.BodyBuilder answer, String reference, Viewer viewer) {
        return tagged(answer, of(reference, viewer));
    }

    ResponseEntity<ApplicationResource> tagged(ResponseEntity.BodyBuilder answer, ApplicationResource resource) {
        return answer.eTag(EntityTag.of(resource.version(), written(resource))).body(resource);
    }

    private byte[] written(ApplicationResource resource) {
        try {
            return json.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The caller has made sure that the viewer may see it. All of it is as it was at one moment, however it moves meanwhile. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public ApplicationResource of(String reference, Viewer viewer) {
        return of(reference, visibility.standing(viewer, reference), party -> null);
    }

    /** For whoever has just entered people: with a hint of who is known already. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public ApplicationResource entered(String reference, Viewer viewer) {
        return of(reference, viewer, party -> duplicates.of(party, viewer));
    }

    private ApplicationResource of(
            String reference, Viewer viewer, Function<Party, @Nullable List<Duplicate>> duplicates) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        var position = positions.of(reference);
        var names = names(application, position);
        var data = application.data();
        var stage = position.stage();
        boolean client = !viewer.in("admin", "credit", "accounts", "bd", "broker");
        return new ApplicationResource(
                reference,
                position.stageId(),
                stage == null ? null : stage.name(),
                position.since().get(),
                data.applicationType(),
                data.purpose(),
                data.loanAmount(),
                data.loanTerm(),
                data.interestRate(),
                data.repaymentFrequency(),
                data.product(),
                data.estimatedSettlementDate(),
                data.capitalisedInterestMonths(),
                client ? null : data.exitStrategy(),
                assigned.broker(data.brokerId()),
                assigned.bdm(data.bdmId()),
                assigned.branch(data.branchId()),
                client ? themselves(application, viewer) : behind(application.borrowers(), duplicates),
                client ? List.of() : behind(application.guarantors(), duplicates),
                client ? List.of() : orNone(data.securities()),
                client ? List.of() : orNone(data.fundUses()),
                client ? null : data.solvency(),
                client ? null : assigned.valuation(application.valuation()),
                client ? null : assigned.survey(application.survey()),
                client ? null : terms(reference, viewer),
                client ? List.of() : settlement.checklist(reference),
                client ? List.of() : tasks(position, viewer, names),
                transitions.open(position, viewer),
                client ? null : person(application.createdBy(), names),
                application.createdAt(),
                application.updatedAt(),
                application.version());
    }

    private @Nullable Approval terms(String reference, Viewer viewer) {
        return approvals
                .newest(reference)
                .map(approval -> viewer.in("admin", "credit") ? approval : approval.withoutOverride())
                .orElse(null);
    }

    private Map<String, String> names(LoanApplication application, Position position) {
        var ids = new HashSet<String>();
        ids.add(application.createdBy());
        position.groupTasks().forEach(task -> {
            if (task.assignee() != null) {
                ids.add(task.assignee());
            }
        });
        return accounts.names(ids);
    }

    /** Borrowers see themselves, not each other's figures. */
    private List<Behind> themselves(LoanApplication application, Viewer viewer) {
        return application.borrowers().stream()
                .filter(borrower -> viewer.userId().equals(borrower.userId()))
                .map(borrower -> new Behind(people.withoutRemarks(borrower.data()), null))
                .toList();
    }

    private static List<Behind> behind(List<Party> parties, Function<Party, @Nullable List<Duplicate>> duplicates) {
        return parties.stream()
                .map(party -> new Behind(party.data(), duplicates.apply(party)))
                .toList();
    }

    private static List<ApplicationResource.TaskSummary> tasks(
            Position position, Viewer viewer, Map<String, String> names) {
        return position.groupTasks().stream()
                .map(task -> task(task, viewer, names))
                .toList();
    }

    private static ApplicationResource.TaskSummary task(OpenTask task, Viewer viewer, Map<String, String> names) {
        return new ApplicationResource.TaskSummary(
                task.id(),
                task.name(),
                task.key(),
                task.assignee() == null ? null : person(task.assignee(), names),
                task.isFor(viewer),
                task.createdAt());
    }

    private static ApplicationResource.Person person(String id, Map<String, String> names) {
        return new ApplicationResource.Person(id, names.getOrDefault(id, id));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
