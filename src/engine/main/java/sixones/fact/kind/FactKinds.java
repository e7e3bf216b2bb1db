package sixones.fact.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import sixones.bid.BidContract;
import sixones.bid.BrokenContract;
import sixones.bid.Shape;
import sixones.fact.Fact;
import sixones.fact.MemberSources;
import sixones.fact.derived.FactMember;
import sixones.fact.derived.FactPath;
import sixones.fact.derived.FactScope;
import sixones.fact.derived.Operand;
import sixones.fact.derived.Operator;
import sixones.fact.derived.Operators;

/** The kinds of fact of a contract: what its bids become before rules examine them. */
public final class FactKinds implements MemberSources {
  private static final Set<String> KEYS = Set.of("of", "blank", "window", "derived");
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");

  private static final Pattern MEMBER = Pattern.compile("[a-z](?:[a-z0-9][A-Za-z0-9]{0,62})?");

  private final BidContract contract;
  private final Map<String, FactKind> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> shared = new LinkedHashMap<>();

  private FactKinds(BidContract contract) {
    this.contract = contract;
    if (!contract.facts().isMissingNode() && !contract.facts().isObject()) {
      throw new BrokenContract("facts", "has names with values: { Bid: { of: [\"\"] } }");
    }
    for (Map.Entry<String, JsonNode> kind : contract.facts().properties()) {
      read(kind.getKey(), kind.getValue());
    }
  }

  /**
   * Reads the kinds of fact of a contract.
   *
   * @throws sixones.bid.BrokenContract if they do not hold together
   */
  public static FactKinds of(BidContract contract) {
    return new FactKinds(contract);
  }

  public BidContract contract() {
    return contract;
  }

  /** Returns the kinds by name, in the order of the contract. */
  public Map<String, FactKind> all() {
    return kinds;
  }

  /** Returns a kind; null if there is none of this name. */
  public FactKind kind(String name) {
    return kinds.get(name);
  }

  @Override
  public List<String> of(String kind, String member) {
    return member.equals(Fact.DAY) ? List.of() : kinds.get(kind).sources(member);
  }

  @Override
  public List<String> facts(String kind) {
    return kinds.get(kind).lists().stream().map(list -> FactPlaces.entry(list, contract)).toList();
  }

  /** Returns how many things the operators of all kinds share in one evaluation. */
  int shared() {
    return shared.size();
  }

  private void read(String name, JsonNode described) {
    FactScope messages = new FactScope(contract, name, "", "", shared);
    if (!NAME.matcher(name).matches()) {
      throw messages.broken("a kind of fact is named by letters and digits, a capital first");
    }
    if (TakenNames.isTakenByKind(name)) {
      throw messages.broken("the name stands for something else in compiled rules; take another");
    }
    if (!described.isObject()) {
      throw messages.broken("is described by names with values, at least of: a list of places");
    }
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      if (!KEYS.contains(entry.getKey())) {
        throw messages.broken("nothing reads the key " + entry.getKey());
      }
    }
    FactPlaces places = FactPlaces.of(described, contract, messages);
    FactScope scope = new FactScope(contract, name, places.entry(), places.holder(), shared);
    List<FactKind.Own> own = own(scope, places);
    List<FactKind.Derived> derived = derived(scope, described.path("derived"));
    if (described.has("window")) {
      places = places.with(window(described.path("window"), places, scope));
    }
    kinds.put(
        name,
        new FactKind(
            kinds.size(),
            name,
            contract,
            places,
            everywhere(scope.members(), places),
            own,
            derived,
            scope.needs()));
  }

  private List<FactKind.Own> own(FactScope scope, FactPlaces places) {
    List<FactKind.Own> own = new ArrayList<>();
    Shape shape = contract.at(places.entry());
    if (shape instanceof Shape.Members members && !places.entry().isEmpty()) {
      for (Map.Entry<String, Shape> member : members.members().entrySet()) {
        String place = places.entry() + "/" + member.getKey();
        String kind = contract.kind(place);
        Class<?> type = comparable(kind);
        if (type != null) {
          checkName(member.getKey(), scope);
          int slot = scope.members().size();
          List<String> words =
              member.getValue() instanceof Shape.Choice choice ? choice.words() : List.of();
          scope.addOwn(
              new FactMember(
                  member.getKey(),
                  slot,
                  type,
                  words,
                  false,
                  contract.isHidden(place),
                  Set.of(place),
                  ""));
          own.add(new FactKind.Own(member.getKey(), Operand.reading(kind), slot));
        }
      }
    }
    return own;
  }

  /** Returns the type of a member that rules can compare as it stands; null if they cannot. */
  private static Class<?> comparable(String kind) {
    Class<?> type = Operand.type(kind);
    return type == String.class && !kind.equals("choice") ? null : type;
  }

  private static List<FactKind.Derived> derived(FactScope scope, JsonNode all) {
    List<FactKind.Derived> derived = new ArrayList<>();
    if (!all.isMissingNode() && !all.isObject()) {
      throw scope.broken("derived has names with values: { name: { operator: … } }");
    }
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      scope.reads(entry.getKey());
      Operator operator = Operators.of(entry.getValue(), scope);
      int[] slots = new int[operator.outputs().size()];
      Arrays.fill(slots, -1);
      slots[0] = add(scope, entry.getKey(), operator, operator.outputs().get(0));
      JsonNode further = entry.getValue().path("also");
      if (!further.isMissingNode() && !further.isObject()) {
        throw scope.broken("also has names with values: { also: { member: output } }");
      }
      for (Map.Entry<String, JsonNode> also : further.properties()) {
        int output = output(operator, also.getValue().asText());
        if (output < 1) {
          throw scope.broken("also: there is no output " + also.getValue().asText());
        }
        if (slots[output] >= 0) {
          throw scope.broken("also: a second name for the output " + also.getValue().asText());
        }
        slots[output] = add(scope, also.getKey(), operator, operator.outputs().get(output));
        scope.needs().outputOf(also.getKey(), entry.getKey());
      }
      derived.add(new FactKind.Derived(operator, slots));
    }
    scope.reads("");
    return derived;
  }

  private static int output(Operator operator, String name) {
    for (int i = 0; i < operator.outputs().size(); i++) {
      if (operator.outputs().get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static int add(FactScope scope, String name, Operator operator, Operator.Output output) {
    checkName(name, scope);
    int slot = scope.members().size();
    scope.add(
        new FactMember(
            name,
            slot,
            output.type(),
            output.words(),
            output.isDivision(),
            operator.isHidden(output),
            operator.reads(),
            output.name()));
    return slot;
  }

  private static void checkName(String name, FactScope scope) {
    if (!MEMBER.matcher(name).matches()) {
      throw scope.broken(
          "\""
              + name
              + "\" is no name of a member: letters and digits, two small letters first, or one");
    }
    if (TakenNames.isTakenByMember(name)) {
      throw scope.broken(
          "no rule could compare a member named \""
              + name
              + "\": the word means something else there; take another");
    }
  }

  private static Window window(JsonNode described, FactPlaces places, FactScope scope) {
    if (places.lists().size() != 1 || !places.holder().isEmpty()) {
      throw scope.broken("window: the years are those of one list of the bid itself");
    }
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      if (!Set.of("year", "years", "before").contains(entry.getKey())) {
        throw scope.broken("nothing reads the key window/" + entry.getKey());
      }
    }
    String member = described.path("year").asText();
    FactMember year = scope.members().get(member);
    if (year == null || year.type() != Integer.class) {
      throw scope.broken("window: year names a member of the kind year");
    }
    JsonNode years = described.path("years");
    boolean isParameter = years.isObject() && years.has("parameter");
    if (!isParameter
        && (!years.isInt() || years.intValue() < 1 || years.intValue() > Window.MOST_YEARS)) {
      throw scope.broken("window: years is a whole number from 1 to 20, or { parameter: id }");
    }
    FactPath before = FactPath.of(described.path("before").asText(), scope);
    if (!before.base().equals(FactPath.Base.BID)
        || !"year".equals(scope.contract().kind(before.place()))) {
      throw scope.broken("window: before is the place of a year of the bid, such as /call/year");
    }
    scope.reads("");
    return new Window(
        member, years.asInt(0), isParameter ? scope.parameter(years, "parameter") : null, before);
  }

  /** Adds to what members read in the first list the places of the further lists. */
  private Map<String, FactMember> everywhere(Map<String, FactMember> members, FactPlaces places) {
    Map<String, FactMember> all = new LinkedHashMap<>();
    members.forEach(
        (name, member) -> {
          Set<String> reads = new LinkedHashSet<>(member.reads());
          for (String list : places.lists().subList(1, places.lists().size())) {
            String entry = FactPlaces.entry(list, contract);
            for (String place : member.reads()) {
              if (place.startsWith(places.entry())) {
                reads.add(entry + place.substring(places.entry().length()));
              }
            }
          }
          all.put(
              name,
              new FactMember(
                  name,
                  member.slot(),
                  member.type(),
                  member.words(),
                  member.isDivision(),
                  member.isHidden(),
                  Collections.unmodifiableSet(reads),
                  member.output()));
        });
    return all;
  }
}
