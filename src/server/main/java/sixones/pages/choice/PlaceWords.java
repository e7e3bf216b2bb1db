package sixones.pages.choice;

import java.util.Map;
import sixones.bid.BidContract;
import sixones.bid.ContractMember;
import sixones.pages.frame.PageWords;
import sixones.report.Language;
import sixones.text.Words;

/**
 * What a contract calls its places, in one language. A place without a label is called by the name
 * of its member.
 */
public final class PlaceWords {
  private final BidContract contract;
  private final Language language;
  private final PageWords words;

  public PlaceWords(BidContract contract, Language language) {
    this.contract = contract;
    this.language = language;
    this.words = PageWords.in(language);
  }

  public BidContract contract() {
    return contract;
  }

  /** Returns the label of a place: of its field, or of the entry of a list. */
  public String label(String pointer) {
    int slash = pointer.lastIndexOf('/');
    String last = pointer.substring(slash + 1);
    if (isIndex(last)) {
      return entry(pointer.substring(0, slash), last);
    }
    ContractMember member = contract.member(pointer);
    return member == null || member.label() == null ? last : in(member.label());
  }

  /** Returns the label of an entry of a list, by its index. */
  public String entry(String list, String index) {
    // A pointer of the bid has at most four digits; a longer one is no entry.
    String number = index.length() > 4 ? index : Integer.toString(Integer.parseInt(index) + 1);
    ContractMember.ListWords said = list(list);
    return said == null || said.entry() == null
        ? words.text("list.entry", Map.of("list", label(list), "number", number))
        : in(said.entry()).replace("{number}", number);
  }

  /** Returns the hint for a place, and whether others may see it; null if there is none. */
  public String hint(String pointer) {
    ContractMember member = contract.member(pointer);
    String hint = member == null || member.hint() == null ? null : in(member.hint());
    if (member == null || !member.isHidden()) {
      return hint;
    }
    String hidden = words.text("place.hidden");
    return hint == null ? hidden : language == Language.EN ? hint + " " + hidden : hint + hidden;
  }

  /** Returns what the button says that adds an entry to a list. */
  public String add(String list) {
    ContractMember.ListWords said = list(list);
    return said == null || said.add() == null
        ? words.text("list.add", Map.of("list", label(list)))
        : in(said.add());
  }

  /** Returns what is asked for where a list can refer to something that is not there yet. */
  public String fresh(String list) {
    ContractMember.ListWords said = list(list);
    return said == null || said.fresh() == null ? words.text("list.fresh") : in(said.fresh());
  }

  private ContractMember.ListWords list(String pointer) {
    ContractMember member = contract.member(pointer);
    return member == null ? null : member.list();
  }

  private String in(Words both) {
    return language == Language.EN ? both.en() : both.zh();
  }

  /** Returns whether a step of a pointer is the index of an entry. */
  public static boolean isIndex(String step) {
    return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
