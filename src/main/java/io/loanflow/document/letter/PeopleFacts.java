package io.loanflow.document.letter;

import static io.loanflow.document.letter.Wording.joined;

import io.loanflow.document.Material;
import io.loanflow.people.Party;
import io.loanflow.people.PartyData;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who borrows, who guarantees, and who signs for them. */
final class PeopleFacts {

    private static final String BORROWERS = "borrowers";
    private static final String GUARANTORS = "guarantors";

    private static final List<Fact<Signer>> SIGNER = List.of(
            Fact.of("signer", "name of the signer", Signer::name)
                    .at(signer -> "/name")
                    .always(),
            Fact.of("signs_as", "capacity of the signer", Signer::capacity).always());

    private static final List<Fact<Officer>> OFFICER = List.of(
            Fact.of("officer", "name of the director", Officer::name).always(),
            Fact.of("officer_of", "name of the director's company", Officer::company)
                    .always(),
            Fact.of("officer_of_identity", "ACN or ABN of the director's company", Officer::identity));

    private PeopleFacts() {}

    /** @param capacity what somebody signs as */
    private record Signer(@Nullable String name, String capacity) {}

    private record Officer(
            @Nullable String name, String company, @Nullable String identity) {}

    static List<Fact<Material>> all() {
        return List.of(
                names("borrower_names", "names of the borrowers", PeopleFacts::borrowers, BORROWERS)
                        .always(),
                Fact.list(BORROWERS, BORROWERS, PeopleFacts::borrowers, PartyFacts.borrower())
                        .from(BORROWERS)
                        .always(),
                names("guarantor_names", "names of the guarantors", PeopleFacts::guarantors, GUARANTORS)
                        .subject(),
                Fact.list(GUARANTORS, GUARANTORS, PeopleFacts::guarantors, PartyFacts.guarantor())
                        .from(GUARANTORS)
                        .subject(),
                names("company_names", "names of the borrowing companies", PeopleFacts::companies, BORROWERS)
                        .subject(),
                Fact.list("companies", "borrowing companies", PeopleFacts::companies, PartyFacts.borrower())
                        .from(BORROWERS)
                        .subject(),
                text("director_names", "names of the directors of the borrowing companies", PeopleFacts::directors)
                        .subject(),
                Fact.list("officers", "directors of the borrowing companies", PeopleFacts::officers, OFFICER)
                        .from(BORROWERS)
                        .subject(),
                signers("borrower_signers", "those who sign for the borrowers", PeopleFacts::borrowers, "Borrower")
                        .from(BORROWERS)
                        .always(),
                signers("guarantor_signers", "those who sign for the guarantors", PeopleFacts::guarantors, "Guarantor")
                        .from(GUARANTORS)
                        .subject(),
                signers(
                                "company_signers",
                                "those who sign for the borrowing companies",
                                PeopleFacts::companies,
                                "Borrower")
                        .from(BORROWERS)
                        .subject());
    }

    private static Fact<Material> text(String name, String label, Function<Material, @Nullable String> value) {
        return Fact.of(name, label, value).from(BORROWERS);
    }

    private static Fact<Material> names(
            String name, String label, Function<Material, List<PartyData>> whose, String field) {
        return Fact.<Material>of(
                        name,
                        label,
                        material -> listed(whose.apply(material).stream()
                                .map(PartyData::displayName)
                                .toList()))
                .from(field);
    }

    private static Fact<Material> signers(
            String name, String label, Function<Material, List<PartyData>> whose, String as) {
        return Fact.list(
                name,
                label,
                material -> whose.apply(material).stream()
                        .flatMap(party -> signers(party, as))
                        .toList(),
                SIGNER);
    }

    /** A person signs, a company by each of its directors, or by whoever is authorised when none is known. */
    private static Stream<Signer> signers(PartyData party, String as) {
        if (!party.isCompany()) {
            return Stream.of(new Signer(party.displayName(), as));
        }
        var company = party.displayName();
        var directors = PartyFacts.directors(party);
        return directors.isEmpty()
                ? Stream.of(new Signer(company, as + ", by its authorised representative"))
                : directors.stream()
                        .map(director -> new Signer(PartyFacts.name(director), as + ": director of " + company));
    }

    private static List<PartyData> borrowers(Material material) {
        return material.application().borrowers().stream().map(Party::data).toList();
    }

    private static List<PartyData> guarantors(Material material) {
        return material.application().guarantors().stream().map(Party::data).toList();
    }

    private static List<PartyData> companies(Material material) {
        return borrowers(material).stream().filter(PartyData::isCompany).toList();
    }

    private static List<Officer> officers(Material material) {
        return companies(material).stream()
                .flatMap(company -> PartyFacts.directors(company).stream()
                        .map(director -> new Officer(
                                PartyFacts.name(director), company.displayName(), PartyFacts.identity(company))))
                .toList();
    }

    private static @Nullable String directors(Material material) {
        return listed(officers(material).stream()
                .map(officer -> String.valueOf(officer.name()))
                .distinct()
                .toList());
    }

    /** {@code A, B and C}; null when there is nobody. */
    private static @Nullable String listed(List<String> names) {
        if (names.size() < 2) {
            return joined("", names.toArray(String[]::new));
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
