package io.loanflow.document;

import io.loanflow.application.EnteredTerms;
import io.loanflow.application.LoanApplications;
import io.loanflow.platform.Problem;
import io.loanflow.workflow.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gates about documents that a model can name on its exits; each bean's name is the gate's. */
@Configuration
class DocumentGates {

    /** No value is missing that the documents of the approval need. */
    @Bean
    Gate approvalDocumentsReady(
            ApprovalRequirements requirements,
            LoanApplications applications,
            EnteredTerms entered,
            GeneratedDocuments generated) {
        return request -> {
            var application = applications.find(request.reference()).orElseThrow(() -> Problem.notFound("application"));
            var terms = entered.read(application, request.inputs());
            return requirements.of(request.reference()).stream()
                    .flatMap(required -> generated.missing(request.reference(), required.type(), terms).stream())
                    .distinct()
                    .toList();
        };
    }

    /** The uploaded documents are there that the approval needs. */
    @Bean
    Gate supportingDocumentsThere(ApprovalRequirements requirements) {
        return request -> requirements.lacking(request.reference());
    }

    /** Every document is signed that has to be. */
    @Bean
    Gate documentsSigned(ApprovalRequirements requirements) {
        return request -> requirements.unsigned(request.reference());
    }
}
