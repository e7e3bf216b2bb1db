package sixones.pages.bid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.BidContract;
import sixones.bid.Defect;
import sixones.bid.Draft;
import sixones.bid.EntryReference;
import sixones.bid.Shape;
import sixones.bid.UnreadableDraft;
import sixones.pages.form.FieldWords;
import sixones.pages.form.Notes;
import sixones.pages.frame.PageWords;
import sixones.people.Person;
import sixones.people.Role;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.text.WhiteSpace;

/**
 * A bid as it is read: the whole form with the values in words, in one language. It has a part for
 * every place of the contract, stated or not, and for everything else that is written; nothing is
 * shortened or left out. Pages and paper lay it out.
 *
 * @param sections the members of the bid, in the order of the contract
 */
public record ReadableBid(List<BidPart> sections) {

  /**
   * Reads a bid, whether or not all of it fits the contract.
   *
   * @param bytes the bid as it was written
   * @param messages the messages of the rule set it is evaluated by
   */
  public static ReadableBid of(byte[] bytes, Draft.Format format, Messages messages) {
    return new Maker(defects(bytes, format, messages.contract()), messages).bid(bytes, format);
  }

  private static List<Defect> defects(byte[] bytes, Draft.Format format, BidContract contract) {
    try {
      return Draft.readPartly(bytes, format, contract).defects();
    } catch (UnreadableDraft e) {
      return e.defects();
    }
  }

  /** Returns a copy with notes beside its parts. */
  public ReadableBid with(Notes notes) {
    Set<String> places = new HashSet<>();
    sections.forEach(section -> section.all().forEach(part -> places.add(part.pointer())));
    notes.settle(places);
    return new ReadableBid(sections.stream().map(section -> with(section, notes)).toList());
  }

  /**
   * Returns the bid as a person may see it: for an auditor without the values that only the
   * applicant and the office may see, with words in their place.
   */
  public ReadableBid seenBy(Person person, Messages messages) {
    if (!person.is(Role.AUDITOR)) {
      return this;
    }
    String words = PageWords.in(messages.language()).text("bid.withheld");
    BidContract contract = messages.contract();
    return new ReadableBid(
        sections.stream().map(section -> withheld(section, contract, words)).toList());
  }

  private static BidPart withheld(BidPart part, BidContract contract, String words) {
    return part.isHiddenBy(contract) && !part.isBlank()
        ? part.saying(words)
        : part.with(
            part.parts().stream().map(each -> withheld(each, contract, words)).toList(),
            part.notes());
  }

  private static BidPart with(BidPart part, Notes notes) {
    List<BidPart> within =
        part.kind() == BidPart.Kind.REFERENCE
            ? part.parts()
            : part.parts().stream().map(each -> with(each, notes)).toList();
    return part.with(within, notes.at(part.pointer()));
  }

  /** Returns every part, in document order. */
  public List<BidPart> all() {
    return sections.stream().flatMap(section -> section.all().stream()).toList();
  }

  /** Makes the parts of one bid. */
  private static final class Maker {
    /**
     * How many characters of documents are repeated beside answers. A bid may name one document of
     * a long title thousands of times; the list of documents has each in full.
     */
    private static final int MOST_REPEATED = 500_000;

    private final Set<String> unreadable = new HashSet<>();
    private final FieldWords labels;
    private final ValueWords values;
    private final BidContract contract;
    private final boolean chinese;

    /** How many parts are laid out; what a list holds beyond them is shown as it is written. */
    private static final int MOST_PARTS = 20_000;

    private final Map<String, List<BidPart>> documents = new HashMap<>();
    private int repeated;
    private int made;

    Maker(List<Defect> defects, Messages messages) {
      defects.forEach(defect -> unreadable.add(defect.pointer()));
      this.labels = new FieldWords(messages);
      this.values = new ValueWords(messages);
      this.contract = messages.contract();
      this.chinese = messages.language() == Language.ZH_CN;
    }

    ReadableBid bid(byte[] bytes, Draft.Format format) {
      JsonNode written;
      try {
        written = WrittenTree.read(bytes, format);
      } catch (IOException | RuntimeException e) {
        written = null;
      }
      if (written == null || !written.isObject()) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new ReadableBid(List.of(unreadable(BidPart.Kind.OTHER, "", text)));
      }
      for (EntryReference reference : contract.references()) {
        if (isOfDocuments(reference)) {
          documents(reference, written.at(reference.list()));
        }
      }
      return new ReadableBid(members("", contract.whole(), written));
    }

    private List<BidPart> members(String pointer, Shape.Members shape, JsonNode node) {
      List<BidPart> parts = new ArrayList<>();
      shape
          .members()
          .forEach((name, s) -> parts.add(part(pointer + "/" + name, s, node.path(name), false)));
      if (shape.isNames() && chinese) {
        Collections.reverse(parts);
      }
      node.properties()
          .forEach(
              member -> {
                if (!shape.members().containsKey(member.getKey())) {
                  parts.add(other(pointer, member.getKey(), member.getValue()));
                }
              });
      return parts;
    }

    private BidPart part(String pointer, Shape shape, JsonNode node, boolean entry) {
      if (shape instanceof Shape.Members members) {
        BidPart.Kind kind =
            members.isNames()
                ? BidPart.Kind.NAMES
                : entry ? BidPart.Kind.ENTRY : BidPart.Kind.GROUP;
        return isBlank(node) || node.isObject()
            ? whole(kind, pointer, members(pointer, members, node))
            : unreadable(kind, pointer, text(node));
      }
      if (shape instanceof Shape.Entries entries) {
        List<BidPart> parts = new ArrayList<>();
        for (int i = 0; i < node.size() && made < MOST_PARTS; i++) {
          parts.add(part(pointer + "/" + i, entries.of(), node.get(i), true));
        }
        if (parts.size() < node.size()) {
          parts.add(rest(pointer, node, parts.size()));
        }
        return isBlank(node) || node.isArray()
            ? whole(BidPart.Kind.LIST, pointer, parts)
            : unreadable(BidPart.Kind.LIST, pointer, text(node));
      }
      return field(pointer, node);
    }

    private BidPart rest(String pointer, JsonNode list, int from) {
      ArrayNode rest = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < list.size(); i++) {
        rest.add(list.get(i));
      }
      return new BidPart(
          BidPart.Kind.OTHER,
          pointer + "/" + from,
          labels.label(pointer + "/" + from) + " –",
          BidPart.State.STATED,
          text(rest),
          rest.toString(),
          List.of(),
          List.of());
    }

    private BidPart whole(BidPart.Kind kind, String pointer, List<BidPart> parts) {
      made++;
      boolean blank = parts.stream().allMatch(BidPart::isBlank);
      BidPart.State state = blank ? BidPart.State.BLANK : BidPart.State.STATED;
      // A blank entry states nothing; its fields need not say so one by one.
      boolean folded = blank && kind == BidPart.Kind.ENTRY;
      List<BidPart> shown = folded ? List.of() : parts;
      return new BidPart(kind, pointer, labels.label(pointer), state, "", "", shown, List.of());
    }

    private BidPart field(String pointer, JsonNode node) {
      made++;
      boolean reference = contract.isReference(pointer);
      BidPart.Kind kind = reference ? BidPart.Kind.REFERENCE : BidPart.Kind.FIELD;
      if (isBlank(node) || node.isTextual() && WhiteSpace.fills(node.textValue())) {
        return new BidPart(
            kind,
            pointer,
            labels.label(pointer),
            BidPart.State.BLANK,
            "",
            "",
            List.of(),
            List.of());
      }
      if (!node.isTextual() || unreadable.contains(pointer)) {
        return unreadable(kind, pointer, text(node));
      }
      String text = values.at(pointer, node.textValue());
      return new BidPart(
          kind,
          pointer,
          labels.label(pointer),
          BidPart.State.STATED,
          text,
          contract.at(pointer) instanceof Shape.Whole ? text : node.textValue(),
          reference ? document(pointer, node.textValue()) : List.of(),
          List.of());
    }

    private boolean isOfDocuments(EntryReference reference) {
      return contract.documents().filter(reference.list()::equals).isPresent();
    }

    /** Collects the documents by id; those of one id together. */
    private void documents(EntryReference to, JsonNode list) {
      Shape shape = contract.at(to.list());
      for (BidPart document : part(to.list(), shape, list, false).parts()) {
        for (BidPart part : document.parts()) {
          if (part.pointer().endsWith("/" + to.by()) && !part.isBlank()) {
            documents
                .computeIfAbsent(part.text().strip(), id -> new ArrayList<>())
                .addAll(document.parts());
          }
        }
      }
    }

    /** Returns what is said about a document; its id alone when too much was repeated already. */
    private List<BidPart> document(String pointer, String id) {
      String by = "/" + contract.reference(pointer).map(EntryReference::by).orElseThrow();
      List<BidPart> parts = documents.getOrDefault(ValueWords.harmless(id).strip(), List.of());
      repeated +=
          parts.stream()
              .flatMap(part -> part.all().stream())
              .mapToInt(p -> p.text().length())
              .sum();
      boolean whole = repeated <= MOST_REPEATED;
      return parts.stream().filter(part -> part.pointer().endsWith(by) != whole).toList();
    }

    private BidPart unreadable(BidPart.Kind kind, String pointer, String text) {
      String label = pointer.isEmpty() ? labels.place(pointer) : labels.label(pointer);
      return new BidPart(
          kind, pointer, label, BidPart.State.UNREADABLE, text, text, List.of(), List.of());
    }

    private static BidPart other(String pointer, String name, JsonNode node) {
      String step = name.replace("~", "~0").replace("/", "~1");
      return new BidPart(
          BidPart.Kind.OTHER,
          pointer + "/" + step,
          ValueWords.harmless(name),
          BidPart.State.UNREADABLE,
          text(node),
          text(node),
          List.of(),
          List.of());
    }

    private static String text(JsonNode node) {
      return ValueWords.harmless(node.isTextual() ? node.textValue() : node.toPrettyString());
    }

    private static boolean isBlank(JsonNode node) {
      return node.isMissingNode() || node.isNull();
    }
  }
}
