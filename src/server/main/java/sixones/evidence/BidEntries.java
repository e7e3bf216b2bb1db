package sixones.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sixones.bid.BidContract;
import sixones.bid.Draft;
import sixones.bid.EntryReference;
import sixones.bid.UnreadableDraft;
import sixones.text.Text;

/**
 * The entries of a bid's list of documents, which files belong to. An entry is known by its id, so
 * that its files stay with it when the list changes, and by its place if it has no id.
 */
public record BidEntries(List<Entry> all) {
  private static final int LONGEST_ID = 200;

  /**
   * One entry.
   *
   * @param pointer its place in the bid, a JSON Pointer
   * @param id what the bid refers to it by; null if it has none
   * @param title what people call it, in Chinese if it has words in both languages; empty if none
   */
  public record Entry(String pointer, String id, String title) {}

  public BidEntries {
    all = List.copyOf(all);
  }

  /** Returns the entries of a bid as far as it can be read. */
  public static BidEntries of(byte[] bytes, Draft.Format form, BidContract contract) {
    return of(read(bytes, form, contract), contract);
  }

  /** Returns a bid as far as it can be read. */
  public static JsonNode read(byte[] bytes, Draft.Format form, BidContract contract) {
    try {
      return Draft.readPartly(bytes, form, contract).tree();
    } catch (UnreadableDraft e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns the entries of a bid that was read. */
  public static BidEntries of(JsonNode bid, BidContract contract) {
    String list = contract.documents().orElse(null);
    List<Entry> entries = new ArrayList<>();
    if (list != null) {
      EntryReference reference =
          contract.references().stream()
              .filter(each -> each.list().equals(list))
              .findFirst()
              .orElse(null);
      JsonNode there = bid.at(list);
      for (int i = 0; i < there.size(); i++) {
        JsonNode entry = there.get(i);
        entries.add(
            new Entry(
                list + "/" + i,
                reference == null ? null : id(entry.path(reference.by())),
                reference == null ? "" : title(entry.path(reference.title()))));
      }
    }
    return new BidEntries(entries);
  }

  private static String id(JsonNode id) {
    String text = id.asText("").strip();
    return text.isEmpty() || text.length() > LONGEST_ID || text.indexOf('\0') >= 0 ? null : text;
  }

  private static String title(JsonNode title) {
    if (!title.isObject()) {
      return title.asText("").strip();
    }
    String chinese = title.path("zh").asText("").strip();
    return chinese.isEmpty() ? title.path("en").asText("").strip() : chinese;
  }

  /** Returns the entry at a place. */
  public Optional<Entry> at(String pointer) {
    return all.stream().filter(entry -> entry.pointer().equals(pointer)).findFirst();
  }

  /** Returns the entry a file belongs to now; empty if it is no longer in the bid. */
  public Optional<Entry> of(EvidenceFile file) {
    if (file.entryId() == null) {
      return at(file.entry()).filter(entry -> entry.id() == null);
    }
    List<Entry> same = all.stream().filter(entry -> isSame(file.entryId(), entry.id())).toList();
    return same.stream()
        .filter(entry -> entry.pointer().equals(file.entry()))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  /**
   * Returns the entry that a file which was handed in with the version before belongs to now. An
   * entry that had no id then is found by its place, whether it has one now or not.
   */
  public Optional<Entry> ofHandedIn(EvidenceFile file) {
    return file.entryId() == null ? at(file.entry()) : of(file);
  }

  /** Ids compare folded, as the rules compare them. */
  static boolean isSame(String one, String other) {
    return one != null && other != null && Text.fold(one).equals(Text.fold(other));
  }

  /** Returns the places of all entries, for messages. */
  List<String> pointers() {
    return all.stream().map(Entry::pointer).toList();
  }
}
