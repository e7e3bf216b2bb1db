package sixones.bid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sixones.bid.Shape.Entries;
import sixones.bid.Shape.Members;

/** Holds together what a contract says of the same place in several of its keys. */
final class ContractCheck {
  private final BidContract contract;

  ContractCheck(BidContract contract) {
    this.contract = contract;
  }

  /**
   * Checks the contract.
   *
   * @throws BrokenContract if it does not hold together
   */
  void hold() {
    holds("/schema", "schema");
    holds("/ruleSet", "rule-set");
    Set<String> missing = new LinkedHashSet<>(List.of("schema", "ruleSet"));
    missing.removeAll(contract.whole().demanded());
    ContractReader.refuse(!missing.isEmpty(), "", "required: true is missing at " + missing);
    holdApplicant(contract.applicant());
    contract.truth().ifPresent(place -> holds(place, "yes-no"));
    contract.call().ifPresent(place -> holds(place, "year"));
    contract.references().forEach(this::holdReference);
    contract
        .documents()
        .ifPresent(
            place ->
                ContractReader.refuse(
                    !(contract.at(place) instanceof Entries),
                    place,
                    "documents is the place of a list"));
  }

  private void holdApplicant(String applicant) {
    ContractReader.refuse(
        !contract.isDivision(applicant),
        applicant,
        "the applicant's place is of the kind division or applicant");
    String[] steps = applicant.split("/");
    String there = "";
    Members at = contract.whole();
    for (int i = 1; i < steps.length; i++) {
      there += "/" + steps[i];
      ContractReader.refuse(
          !at.demanded().contains(steps[i]), there, "leads to the applicant: required: true");
      at = at.members().get(steps[i]) instanceof Members below ? below : at;
    }
    ContractReader.refuse(
        contract.isHidden(applicant),
        applicant,
        "who bids is known: the applicant is visible to everybody");
  }

  private void holdReference(EntryReference reference) {
    boolean leads =
        contract.at(reference.list()) instanceof Entries entries
            && entries.of() instanceof Members entry
            && entry.members().containsKey(reference.by())
            && entry.members().containsKey(reference.title());
    ContractReader.refuse(
        !leads,
        reference.list(),
        "is no list whose entries have "
            + reference.by()
            + " and "
            + reference.title()
            + ", but a member refers to it");
  }

  private void holds(String pointer, String kind) {
    ContractReader.refuse(
        !kind.equals(contract.kind(pointer)), pointer, "is needed, of the kind " + kind);
  }
}
