package sixones.pages.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sixones.bid.Draft;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.draft.WorkingDrafts;
import sixones.ruleset.RuleSetsInTests;

/** The form of a bid under a fuzzer: what is sent can be saved, and what was saved be shown. */
public final class FuzzedForm {
  private static final List<String> NAMES = new ArrayList<>();

  static {
    add("", RuleSetsInTests.SICHUAN.contract().whole());
    NAMES.addAll(List.of("/", "//", "/parks", "/parks/-1", "/parks/9999/name", "/x/y", "x"));
  }

  private FuzzedForm() {}

  /** Loads the classes first, which on a busy machine takes longer than any input may. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
  }

  private static void add(String at, Shape shape) {
    if (shape instanceof Shape.Members members) {
      members.members().forEach((name, of) -> add(at + "/" + name, of));
    } else if (shape instanceof Shape.Entries entries) {
      add(at + "/1", entries.of());
      add(at + "/007", entries.of());
    } else {
      NAMES.add(at);
    }
  }

  /** Sends fields named by one byte each, with the text up to the next line feed. */
  public static void fuzzerTestOneInput(byte[] input) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : new String(input, StandardCharsets.UTF_8).split("\n")) {
      if (!field.isEmpty()) {
        fields.put(NAMES.get(field.charAt(0) % NAMES.size()), field.substring(1));
      }
    }
    byte[] file = BidForm.of(fields, RuleSetsInTests.SICHUAN, choice -> List.of()).file();
    KeptForm.of(new WorkingDrafts.Text(Draft.Format.JSON, file), id -> RuleSetsInTests.SICHUAN);
    KeptForm.of(new WorkingDrafts.Text(Draft.Format.JSON, input), id -> RuleSetsInTests.SICHUAN);
    try {
      Draft.read(file, Draft.Format.JSON, RuleSetsInTests.SICHUAN.contract());
    } catch (UnreadableDraft told) {
      // A form may be kept half filled in.
    }
  }
}
