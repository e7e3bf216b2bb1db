package sixones.report;

import java.util.ArrayList;
import java.util.List;
import sixones.bid.BidContract;
import sixones.bid.ContractMember;
import sixones.text.Words;

/** What the contract of a rule set calls the places of a bid, in one language. */
public record ContractLabels(BidContract contract, Language language) implements PlaceLabels {

  @Override
  public String label(String pointer) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    ContractMember member = contract.member(pointer);
    if (isIndex(last)) {
      String list = pointer.substring(0, pointer.lastIndexOf('/'));
      ContractMember holder = contract.member(list);
      String number = String.valueOf(Integer.parseInt(last) + 1);
      return holder == null || holder.list() == null || holder.list().entry() == null
          ? label(list) + " " + number
          : in(holder.list().entry()).replace("{number}", number);
    }
    return member == null || member.label() == null ? last : in(member.label());
  }

  @Override
  public String place(String pointer) {
    List<String> steps = new ArrayList<>();
    for (int end = pointer.indexOf('/', 1); ; end = pointer.indexOf('/', end + 1)) {
      String at = end < 0 ? pointer : pointer.substring(0, end);
      boolean entryFollows = end > 0 && isIndex(pointer.substring(end + 1).split("/", 2)[0]);
      if (!at.isEmpty() && !entryFollows) {
        steps.add(label(at));
      }
      if (end < 0) {
        return String.join(" › ", steps);
      }
    }
  }

  private static boolean isIndex(String step) {
    return step.matches("[0-9]{1,4}");
  }

  private String in(Words both) {
    return language == Language.EN ? both.en() : both.zh();
  }
}
