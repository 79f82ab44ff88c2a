package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.abn;
import static io.loanflow.document.letter.Wording.acn;
import static io.loanflow.document.letter.Wording.address;
import static io.loanflow.document.letter.Wording.day;
import static io.loanflow.document.letter.Wording.joined;
import static io.loanflow.document.letter.Wording.money;
import static io.loanflow.document.letter.Wording.phone;
import static io.loanflow.document.letter.Wording.word;

import io.loanflow.people.Director;
import io.loanflow.people.Employment;
import io.loanflow.people.PartyData;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A borrower or guarantor. Tax file and account numbers are not among the facts: no letter prints them. */
final class PartyFacts {

    private static final List<Fact<Director>> DIRECTOR = List.of(
            Fact.of("director_name", "name of the director", PartyFacts::name).always(),
            Fact.of("director_roles", "roles of the director", PartyFacts::roles));

    private PartyFacts() {}

    /** What is known of a borrower of a complete application is there always, of a guarantor only the name. */
    static List<Fact<PartyData>> borrower() {
        return columns(Fact::always);
    }

    static List<Fact<PartyData>> guarantor() {
        return columns(fact -> fact);
    }

    private static List<Fact<PartyData>> columns(Function<Fact<PartyData>, Fact<PartyData>> complete) {
        var facts = new ArrayList<Fact<PartyData>>();
        facts.add(of("name", "name", PartyData::displayName)
                .at(party -> party.isCompany() ? "/company_name" : "/first_name")
                .always());
        facts.add(Fact.flag("is_person", "whether it is a person", party -> !party.isCompany()));
        facts.add(Fact.flag("is_company", "whether it is a company", PartyData::isCompany));
        facts.add(complete.apply(of("identity", "date of birth, or ABN or ACN", PartyFacts::identity)
                .at(party -> party.isCompany() ? "/abn" : "/date_of_birth")));
        facts.add(complete.apply(of("address", "address", party -> address(party.address()))
                .at(party -> party.isCompany() ? "/registered_address" : "/residential_address")
                .onlyContact()));
        facts.add(of("postal_address", "postal address", party -> address(party.postalAddress()))
                .onlyContact());
        facts.add(of("email", "e-mail address", PartyData::email).onlyContact());
        facts.add(of("phone", "phone number", party -> phone(party.phone())).onlyContact());
        facts.add(of("birth_date", "date of birth", party -> day(party.dateOfBirth()))
                .at(party -> "/date_of_birth"));
        facts.add(of("marital_status", "marital status", party -> word(party.maritalStatus())));
        facts.add(of("residency_status", "residency status", party -> word(party.residencyStatus())));
        facts.add(employment("employment_type", "type of employment", "type", work -> word(work.type())));
        facts.add(employment("employer", "employer", "employer_name", Employment::employerName));
        facts.add(employment("job_title", "job title", "job_title", Employment::jobTitle));
        facts.add(complete.apply(of("annual_income", "annual income", party -> money(party.annualIncome()))));
        facts.add(of("other_annual_income", "other annual income", party -> money(party.otherAnnualIncome())));
        facts.add(complete.apply(of("monthly_expenses", "monthly expenses", party -> money(party.monthlyExpenses()))));
        facts.add(of("abn", "ABN", party -> abn(party.abn())));
        facts.add(of("acn", "ACN", party -> acn(party.acn())));
        facts.add(of("business_type", "type of business", party -> word(party.businessType())));
        facts.add(of("industry", "industry", PartyData::industry));
        facts.add(of("years_in_business", "years in business", PartyFacts::years));
        facts.add(of("trustee_of", "trust that it is the trustee of", PartyFacts::trust)
                .at(party -> "/is_trustee"));
        facts.add(of("relationship", "relationship to the borrower", party -> word(party.relationship())));
        facts.add(Fact.list("company_directors", "directors", PartyFacts::directors, DIRECTOR)
                .at(party -> "/directors"));
        return facts;
    }

    private static Fact<PartyData> of(String name, String label, Function<PartyData, @Nullable String> value) {
        return Fact.of(name, label, value);
    }

    private static Fact<PartyData> employment(
            String name, String label, String field, Function<Employment, @Nullable String> value) {
        return of(name, label, party -> party.employment() == null ? null : value.apply(party.employment()))
                .at(party -> "/employment/" + field);
    }

    static @Nullable String identity(PartyData party) {
        if (!party.isCompany()) {
            var born = day(party.dateOfBirth());
            return born == null ? null : "born " + born;
        }
        var acn = acn(party.acn());
        var abn = abn(party.abn());
        return joined(", ", acn == null ? null : "ACN " + acn, abn == null ? null : "ABN " + abn);
    }

    private static @Nullable String trust(PartyData party) {
        if (Boolean.TRUE.equals(party.isSmsfTrustee())) {
            return "a self-managed superannuation fund";
        }
        return Boolean.TRUE.equals(party.isTrustee()) ? "a trust" : null;
    }

    private static @Nullable String years(PartyData party) {
        return party.yearsInBusiness() == null ? null : String.valueOf(party.yearsInBusiness());
    }

    static List<Director> directors(PartyData party) {
        return party.directors() == null ? List.of() : party.directors();
    }

    static @Nullable String name(Director director) {
        return joined(" ", director.firstName(), director.lastName());
    }

    private static @Nullable String roles(Director director) {
        return director.roles() == null ? null : joined(", ", director.roles().toArray(String[]::new));
    }
}
