package sixones.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sixones.bid.BidContract;
import sixones.bid.ContractMember;
import sixones.bid.EntryReference;
import sixones.bid.Shape;
import sixones.text.Text;

/**
 * Bids that fit the contract of a rule set, whichever it is, and crowd around what its parameters,
 * its roll and its days tell apart: whole bids with some members changed, and bids made from
 * nothing, from nearly complete to nearly empty.
 */
public final class ContractBids {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> BLANK_TEXTS = List.of("", "　", " \t", "\u200B\uFE0F", "—");

  private final RuleSet rules;
  private final BidContract contract;
  private final List<JsonNode> wholes;
  private final ContractValues values;

  /**
   * @param wholes whole bids to begin from
   */
  public ContractBids(RuleSet rules, List<JsonNode> wholes) {
    this.rules = rules;
    this.contract = rules.contract();
    this.wholes = wholes;
    this.values = new ContractValues(rules, wholes);
  }

  /** A bid, and a day to evaluate it on. */
  public record Dated(ObjectNode bid, LocalDate day) {}

  /** Makes the bid of a seed: the same for the same seed. */
  public Dated of(long seed) {
    return new Making(new Random(seed * 0x9E3779B97F4A7C15L + 1)).whole();
  }

  private final class Making {
    private final Random random;

    /** How many of a hundred members are blank. */
    private final int blanks;

    Making(Random random) {
      this.random = random;
      this.blanks = one(List.of(1, 1, 4, 15, 15, 45));
    }

    Dated whole() {
      LocalDate day = one(values.days());
      ObjectNode bid;
      if (random.nextInt(5) < 3) {
        bid = one(wholes).deepCopy();
        int changes = 1 + random.nextInt(random.nextBoolean() ? 3 : 12);
        for (int i = 0; i < changes; i++) {
          change(bid, "", contract.whole());
        }
      } else {
        bid = (ObjectNode) value("", contract.whole());
      }
      refer(bid, "", bid);
      bid.put("schema", contract.schemaName()).put("ruleSet", rules.id());
      return new Dated(bid, day);
    }

    /** Changes one member, somewhere. */
    private void change(ObjectNode object, String place, Shape.Members shape) {
      String name = one(List.copyOf(shape.members().keySet()));
      String there = place + "/" + name;
      Shape below = shape.members().get(name);
      JsonNode now = object.get(name);
      if (now instanceof ObjectNode group && below instanceof Shape.Members members) {
        if (isKept(shape, name) || random.nextInt(12) > 0) {
          change(group, there, members);
          return;
        }
      } else if (now instanceof ArrayNode list && !list.isEmpty() && random.nextInt(5) > 0) {
        changeEntry(list, there, (Shape.Entries) below);
        return;
      }
      set(object, place, shape, name);
    }

    private void changeEntry(ArrayNode list, String place, Shape.Entries shape) {
      int index = random.nextInt(list.size());
      switch (random.nextInt(8)) {
        case 0 -> list.remove(index);
        case 1 -> list.insert(index, value(place + "/*", shape.of()));
        case 2 -> list.set(index, NullNode.getInstance());
        default -> {
          if (list.get(index) instanceof ObjectNode entry
              && shape.of() instanceof Shape.Members members) {
            change(entry, place + "/*", members);
          } else {
            list.set(index, value(place + "/*", shape.of()));
          }
        }
      }
      while (list.size() > shape.most()) {
        list.remove(0);
      }
    }

    private boolean isKept(Shape.Members shape, String name) {
      return shape.demanded().contains(name);
    }

    private void set(ObjectNode object, String place, Shape.Members shape, String name) {
      Shape below = shape.members().get(name);
      if (!isKept(shape, name) && random.nextInt(100) < blanks) {
        blank(object, name, below);
      } else {
        object.set(name, value(place + "/" + name, below));
      }
    }

    private void blank(ObjectNode object, String name, Shape shape) {
      boolean isText = !(shape instanceof Shape.Members || shape instanceof Shape.Entries);
      switch (random.nextInt(isText ? 4 : 3)) {
        case 0 -> object.remove(name);
        case 1 -> object.putNull(name);
        case 2 -> {
          if (shape instanceof Shape.Members) {
            object.putObject(name);
          } else if (shape instanceof Shape.Entries) {
            object.putArray(name);
          } else {
            object.remove(name);
          }
        }
        default -> {
          boolean isFree = shape instanceof Shape.Form form && form.body() == null;
          object.put(name, isFree ? one(BLANK_TEXTS) : one(BLANK_TEXTS.subList(0, 3)));
        }
      }
    }

    private JsonNode value(String place, Shape shape) {
      if (shape instanceof Shape.Members members) {
        ObjectNode object = NODES.objectNode();
        members.members().keySet().forEach(name -> set(object, place, members, name));
        return object;
      }
      if (shape instanceof Shape.Entries entries) {
        ArrayNode list = NODES.arrayNode();
        int size = one(List.of(0, 1, 1, 1, 2, 2, 3, 4));
        for (int i = 0; i < Math.min(size, entries.most()); i++) {
          boolean isBlank = random.nextInt(400) < blanks;
          list.add(isBlank ? NODES.nullNode() : value(place + "/*", entries.of()));
        }
        return list;
      }
      if (shape instanceof Shape.Choice choice) {
        return TextNode.valueOf(one(choice.words()));
      }
      if (shape instanceof Shape.YesNo) {
        return BooleanNode.valueOf(random.nextInt(3) > 0);
      }
      if (shape instanceof Shape.Whole whole) {
        boolean isYear = contract.kind(place).equals("year");
        List<Integer> known = isYear ? values.years() : values.wholes();
        List<Integer> fit =
            known.stream().filter(n -> n >= whole.least() && n <= whole.most()).toList();
        return IntNode.valueOf(fit.isEmpty() ? whole.least() : one(fit));
      }
      return TextNode.valueOf(text(place, (Shape.Form) shape));
    }

    private String text(String place, Shape.Form form) {
      String kind = contract.kind(place);
      return switch (kind) {
        case "amount", "decimal", "percentage" -> number(kind, form);
        case "day" ->
            one(values.days()).plusDays(one(List.of(0, 0, 0, -1, 1, -365, 400))).toString();
        case "applicant" ->
            contract.isApplicant(place) ? one(values.applicants()) : one(values.codes());
        case "division" ->
            contract.isApplicant(place)
                ? one(values.applicants().stream().filter(id -> id.length() == 6).toList())
                : one(values.codes());
        case "credit-code" -> one(values.creditCodes());
        case "sha256" -> "0123456789abcdef".repeat(4);
        default -> {
          String text = one(values.textsAt(place));
          int end =
              text.offsetByCodePoints(
                  0, Math.min(form.most(), text.codePointCount(0, text.length())));
          yield text.substring(0, end);
        }
      };
    }

    private String number(String kind, Shape.Form form) {
      int places = kind.equals("decimal") ? values.places(form) : 2;
      BigDecimal step = BigDecimal.ONE.movePointLeft(places);
      BigDecimal about = one(values.numbers()).setScale(places, java.math.RoundingMode.HALF_UP);
      BigDecimal number =
          about.add(step.multiply(BigDecimal.valueOf(one(List.of(0, 0, 0, -1, 1)))));
      boolean isSigned = !kind.equals("amount");
      return (number.signum() < 0 && !isSigned ? number.negate() : number).toPlainString();
    }

    /** Lets texts that refer to entries of a list say what an entry has, for the most part. */
    private void refer(JsonNode node, String place, ObjectNode bid) {
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          refer(node.get(i), place + "/*", bid);
          reference(place + "/*", node.get(i), bid, ((ArrayNode) node), i);
        }
        return;
      }
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String there = place + "/" + member.getKey();
        refer(member.getValue(), there, bid);
        String said = said(there, member.getValue(), bid);
        if (said != null) {
          member.setValue(TextNode.valueOf(said));
        }
      }
    }

    private void reference(String place, JsonNode entry, ObjectNode bid, ArrayNode list, int i) {
      String said = said(place, entry, bid);
      if (said != null) {
        list.set(i, TextNode.valueOf(said));
      }
    }

    /** Returns what a text that refers to an entry shall say; null to leave it as it is. */
    private String said(String place, JsonNode text, ObjectNode bid) {
      ContractMember member = contract.member(place);
      EntryReference to = member == null ? null : member.reference();
      if (to == null
          || !text.isTextual()
          || Text.isBlank(text.textValue())
          || random.nextInt(6) < 2) {
        return null;
      }
      List<String> names = new ArrayList<>();
      for (JsonNode entry : bid.at(to.list())) {
        JsonNode by = entry.path(to.by());
        (by.isObject() ? List.of(by.path("en"), by.path("zh")) : List.of(by))
            .forEach(one -> names.add(one.asText("")));
      }
      names.removeIf(Text::isBlank);
      return names.isEmpty() ? null : one(names) + one(List.of("", "", "", "", "产业", " industry"));
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
