package sixones.pages.notices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Moments;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseSettings;
import sixones.proceeding.conclusion.Candidate;
import sixones.text.Text;

/** The fields of the forms of notices, and the bodies of the acts they make. */
final class NoticeFields {
  /** How many items an officer can add by hand. */
  static final int MOST_ADDED = 20;

  /** How many further places a widening can name at once. */
  static final int PLACES = 5;

  /** The fields that belong to candidates. */
  private static final String OF_CANDIDATES = "of-none|(of|tell|mend|drop)-[0-9]+(-zh|-en)?";

  private final Map<String, String> sent;
  private final boolean isSent;

  /**
   * Creates an instance.
   *
   * @param sent the values by name of the field; empty for a form nobody filled in yet
   */
  NoticeFields(Map<String, String> sent) {
    this.sent = sent;
    this.isSent = sent.containsKey("kind");
  }

  /**
   * Returns a form that nobody filled in yet.
   *
   * @param today the day in Beijing
   */
  static NoticeFields blank(CaseSettings settings, String today) {
    Map<String, String> begin = new HashMap<>();
    begin.put("start", today);
    if (settings.correctionTerm() != null) {
      begin.put("amount", String.valueOf(settings.correctionTerm().amount()));
      begin.put("unit", settings.correctionTerm().unit());
      if (settings.correctionTerm().firstDayCounts()) {
        begin.put("first", "yes");
      }
    }
    return new NoticeFields(begin);
  }

  /** Returns what a candidate is known by, wherever it stands in a list. */
  static String known(Candidate candidate) {
    return candidate.rule().id() + " " + candidate.outcome();
  }

  /**
   * Returns the form with what was typed at the candidates it was typed for, whatever was
   * determined or ended since the form was made.
   */
  NoticeFields aligned(List<Candidate> candidates) {
    if (!sent.containsKey("of-0") && !sent.containsKey("of-none")) {
      return this;
    }
    Map<String, String> aligned = new HashMap<>();
    sent.forEach(
        (name, value) -> {
          if (!name.matches(OF_CANDIDATES)) {
            aligned.put(name, value);
          }
        });
    for (int i = 0; i < candidates.size(); i++) {
      int was = was(known(candidates.get(i)));
      aligned.put("of-" + i, known(candidates.get(i)));
      if (was < 0) {
        aligned.put("tell-" + i, "yes");
      }
      for (String name : List.of("tell-", "mend-", "drop-")) {
        for (String language : List.of("", "-zh", "-en")) {
          String value = was < 0 ? null : sent.get(name + was + language);
          if (value != null) {
            aligned.put(name + i + language, value);
          }
        }
      }
    }
    return new NoticeFields(aligned);
  }

  /** Returns where a candidate stood in the form that was sent; -1 if it did not. */
  private int was(String known) {
    for (int i = 0; sent.containsKey("of-" + i); i++) {
      if (sent.get("of-" + i).equals(known)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns whether the form was made of these candidates. */
  boolean isOf(List<Candidate> candidates) {
    return !sent.containsKey("of-0") && !sent.containsKey("of-none")
        || !sent.containsKey("of-" + candidates.size())
            && candidates.stream().allMatch(one -> was(known(one)) >= 0);
  }

  /** Returns what was typed for candidates that are none any more. */
  List<String> typedElsewhere(List<Candidate> candidates) {
    List<String> known = candidates.stream().map(NoticeFields::known).toList();
    List<String> typed = new ArrayList<>();
    for (int i = 0; sent.containsKey("of-" + i); i++) {
      if (!known.contains(sent.get("of-" + i))) {
        for (String name : List.of("mend-", "drop-")) {
          typed.addAll(texts(name + i));
        }
      }
    }
    return typed;
  }

  /** Returns what was typed into the fields that every form of this page has. */
  List<String> typed() {
    List<String> typed = new ArrayList<>(texts("reasons"));
    for (int i = 0; i < MOST_ADDED; i++) {
      typed.addAll(texts("added-" + i));
    }
    return typed;
  }

  private List<String> texts(String name) {
    return List.of(name + "-zh", name + "-en").stream().filter(this::has).map(this::value).toList();
  }

  String value(String name) {
    return sent.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !Text.isBlank(value(name));
  }

  /** Returns whether a candidate is told; before anybody said so, each one is. */
  boolean tells(int candidate) {
    return !isSent || sent.containsKey("tell-" + candidate);
  }

  /** Returns how many items by hand the form has room for. */
  int added() {
    int used = 0;
    for (int i = 0; i < MOST_ADDED; i++) {
      used = isAdded(i) ? i + 1 : used;
    }
    boolean more = sent.containsKey("more");
    return Math.min(MOST_ADDED, Math.max(1, more ? used + 1 : used));
  }

  private boolean isAdded(int i) {
    return has("added-" + i + "-zh") || has("added-" + i + "-en") || has("added-" + i + "-place");
  }

  private ObjectNode reasons(String name) {
    ObjectNode reasons = JsonNodeFactory.instance.objectNode();
    for (String language : List.of("zh", "en")) {
      if (has(name + "-" + language)) {
        reasons.put(language, value(name + "-" + language).replace("\r\n", "\n").strip());
      }
    }
    return reasons;
  }

  private void put(ObjectNode to, String member, ObjectNode reasons) {
    if (!reasons.isEmpty()) {
      to.set(member, reasons);
    }
  }

  /** Returns the body of the act the form asks for. */
  byte[] body(ActKind kind, List<Candidate> candidates, String notice) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (kind == ActKind.NOTICE) {
      ArrayNode items = body.putArray("items");
      ArrayNode dropped = body.putArray("dropped");
      for (int i = 0; i < candidates.size(); i++) {
        if (tells(i)) {
          told(items.addObject(), candidates.get(i), i);
        } else {
          dropped(dropped, candidates.get(i), i);
        }
      }
      added(items);
      body.set("term", term());
    } else {
      body.put("notice", notice);
      body.set("reasons", reasons("reasons"));
      if (kind == ActKind.WIDEN) {
        places(body.putArray("mayChange"));
        added(body.putArray("items"));
      }
      if (kind == ActKind.EXTEND || has("amount")) {
        body.set("term", term());
      }
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void told(ObjectNode item, Candidate candidate, int i) {
    item.put("kind", candidate.kind());
    item.put("rule", candidate.rule().id());
    candidate.pointers().forEach(item.putArray("pointers")::add);
    candidate.mayChange().forEach(item.putArray("mayChange")::add);
    put(item, "mend", reasons("mend-" + i));
  }

  /** Each place of a candidate is dropped for itself: others of its rule may be told. */
  private void dropped(ArrayNode dropped, Candidate candidate, int i) {
    for (String pointer : candidate.pointers()) {
      ObjectNode one = dropped.addObject();
      one.put("rule", candidate.rule().id());
      one.put("pointer", pointer);
      one.set("reasons", reasons("drop-" + i));
    }
  }

  private void added(ArrayNode items) {
    for (int i = 0; i < MOST_ADDED; i++) {
      if (isAdded(i)) {
        String name = "added-" + i;
        ObjectNode item = items.addObject();
        item.put("kind", has(name + "-kind") ? value(name + "-kind") : "unclear");
        ArrayNode pointers = item.putArray("pointers");
        if (has(name + "-place")) {
          pointers.add(value(name + "-place"));
        }
        put(item, "demand", reasons(name));
        if (has(name + "-citation")) {
          item.put("citation", value(name + "-citation"));
        }
      }
    }
  }

  private void places(ArrayNode places) {
    for (int i = 0; i < PLACES; i++) {
      if (has("place-" + i)) {
        places.add(value("place-" + i));
      }
    }
  }

  private ObjectNode term() {
    ObjectNode term = JsonNodeFactory.instance.objectNode();
    term.put("start", Moments.day(value("start")));
    String amount = Text.width(value("amount")).strip();
    if (amount.matches("[0-9]{1,9}")) {
      term.put("amount", Integer.parseInt(amount));
    } else if (!amount.isEmpty()) {
      term.put("amount", amount);
    }
    term.put("unit", has("unit") ? value("unit") : "working-day");
    term.put("firstDayCounts", sent.containsKey("first"));
    return term;
  }

  /** Returns the name of the field that a place of the body was made of; null for none. */
  String field(String pointer, ActKind kind, int candidates) {
    String[] steps = pointer.split("/", -1);
    if (steps.length > 2 && steps[1].equals("term")) {
      return steps[2].equals("firstDayCounts") ? "first" : steps[2];
    }
    if (steps.length > 1 && steps[1].equals("term")) {
      return "amount";
    }
    if (steps.length > 1 && steps[1].equals("reasons")) {
      return "reasons-zh";
    }
    if (steps.length > 2 && steps[1].equals("dropped")) {
      return entry(Integer.parseInt(steps[2]), false, candidates);
    }
    if (steps.length > 2 && steps[1].equals("items") && kind == ActKind.NOTICE) {
      return entry(Integer.parseInt(steps[2]), true, candidates);
    }
    return steps.length > 2 && steps[1].equals("items") ? addedField(steps[2], 0) : null;
  }

  private String entry(int index, boolean told, int candidates) {
    int n = 0;
    for (int i = 0; i < candidates; i++) {
      if (tells(i) == told && n++ == index) {
        return (told ? "mend-" : "drop-") + i + "-zh";
      }
    }
    return told ? addedField(String.valueOf(index), n) : null;
  }

  private String addedField(String index, int before) {
    int n = before;
    for (int i = 0; i < MOST_ADDED; i++) {
      if (isAdded(i) && n++ == Integer.parseInt(index)) {
        return "added-" + i + "-zh";
      }
    }
    return null;
  }
}
