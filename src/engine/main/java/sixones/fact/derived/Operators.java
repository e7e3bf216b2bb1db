package sixones.fact.derived;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.bid.ContractMember;
import sixones.bid.EntryReference;
import sixones.bid.Shape;
import sixones.fact.derived.ListOperators.Quantifier;

/** Reads the operators of derived members; they are a closed set, docs/rule-language.md. */
public final class Operators {
  /** The keys of each operator, by the key that names it. */
  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry("value", Set.of()),
          Map.entry("state", Set.of("prose")),
          Map.entry("code-state", Set.of()),
          Map.entry("roll", Set.of()),
          Map.entry("named-as", Set.of("code")),
          Map.entry("within", Set.of("of", "partners", "doubt")),
          Map.entry("refers-to", Set.of("list", "by", "catalogue", "published", "key")),
          Map.entry("documented", Set.of("told-by")),
          Map.entry("distinct", Set.of("by")),
          Map.entry("count", Set.of()),
          Map.entry("catalogued", Set.of("in")),
          Map.entry("has-year", Set.of("year", "where")),
          Map.entry("of-year", Set.of("measure", "year", "where")),
          Map.entry("latest", Set.of("measure", "where")),
          Map.entry("most-above", Set.of("by-year")),
          Map.entry("parameter-of-year", Set.of("year")),
          Map.entry("first-blank", Set.of("else")),
          Map.entry("blank-while", Set.of("in-order")),
          Map.entry("sum", Set.of("of")),
          Map.entry("difference", Set.of()),
          Map.entry("product", Set.of()),
          Map.entry("share", Set.of("of", "is", "percent")),
          Map.entry("bounded", Set.of("bound", "is", "than")),
          Map.entry(
              "growth",
              Set.of(
                  "of", "year", "bound", "where", "before", "years", "average", "is", "percent")),
          Map.entry("days-between", Set.of()),
          Map.entry("within-term", Set.of()),
          Map.entry("any", Set.of("hold", "least", "no-entry")),
          Map.entry("all", Set.of("hold")),
          Map.entry("none", Set.of("hold")),
          Map.entry("counted", Set.of("hold")),
          Map.entry("alternative", Set.of()));

  /** The operators whose words are those of the bid or of the contract already. */
  private static final Set<String> OF_PROGRAMME = Set.of("value", "first-blank", "blank-while");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of("years", ChronoUnit.YEARS, "months", ChronoUnit.MONTHS, "days", ChronoUnit.DAYS);

  private final JsonNode described;
  private final FactScope scope;
  private final String name;

  private Operators(JsonNode described, FactScope scope) {
    this.described = described;
    this.scope = scope;
    List<String> named =
        described.properties().stream().map(Map.Entry::getKey).filter(KEYS::containsKey).toList();
    // Some operators have a key that names another operator: the first key counts.
    this.name = named.isEmpty() ? "" : named.get(0);
    if (name.isEmpty()) {
      throw scope.broken("has no operator; there are " + KEYS.keySet().stream().sorted().toList());
    }
    for (Map.Entry<String, JsonNode> entry : described.properties()) {
      String key = entry.getKey();
      boolean everywhere = key.equals(name) || key.equals("also") || key.equals("words");
      unread(!everywhere && !KEYS.get(name).contains(key), key);
    }
  }

  private void unread(boolean unread, String key) {
    if (unread) {
      throw scope.broken("nothing reads the key " + key);
    }
  }

  /** Refuses a key that the operator does not read as it is written here. */
  private void unreadHere(String key, String reason) {
    if (described.has(key)) {
      throw scope.broken("nothing reads the key " + key + " " + reason);
    }
  }

  private void onlyKeys(String key, Set<String> known) {
    described
        .path(key)
        .fieldNames()
        .forEachRemaining(name -> unread(!known.contains(name), key + "/" + name));
  }

  /** Returns the names of all operators. */
  public static Set<String> names() {
    return KEYS.keySet();
  }

  /**
   * Reads an operator.
   *
   * @throws sixones.bid.BrokenContract if it does not hold together
   */
  public static Operator of(JsonNode described, FactScope scope) {
    if (!described.isObject() || described.isEmpty()) {
      throw scope.broken("is written { operator: …, … }");
    }
    Operators reader = new Operators(described, scope);
    Operator operator = reader.named(reader.read());
    if (operator.reads().stream().anyMatch(scope.contract()::isHidden)) {
      operator.hide();
    }
    return operator;
  }

  private Operator read() {
    return switch (name) {
      case "value" -> value();
      case "state" -> {
        placeholders();
        JsonNode prose = described.path("prose");
        if (!prose.isMissingNode() && !prose.isBoolean()) {
          throw scope.broken("prose is true or false");
        }
        yield new TextStates.State(at(name), prose.asBoolean());
      }
      case "code-state" -> {
        scope.parameter("credit-code-pairs");
        placeholders();
        yield new TextStates.OfCode(at(name));
      }
      case "roll" -> new Codes.Roll(at(name));
      case "named-as" -> {
        scope.parameter("division-level-words");
        yield new Codes.Named(at(name), operand("code"));
      }
      case "within" -> within();
      case "refers-to" -> refersTo();
      case "documented" -> documented();
      case "distinct" -> {
        Operand list = list(name);
        String by = scope.text(described, "by");
        namedBy(list.path().place(), by);
        yield new DocumentOperators.Distinct(list, by);
      }
      case "count" -> new ListOperators.Count(list(name));
      case "catalogued" -> {
        placeholders();
        yield new NameOperators.Catalogued(at(name), parameters(described.path("in")));
      }
      case "has-year" -> new FigureOperators.HasYear(figures(), where(), operand("year"));
      case "of-year" -> ofYear();
      case "latest" ->
          new FigureOperators.Latest(figures(), where(), measure(scope.text(described, "measure")));
      case "most-above" ->
          new FigureOperators.MostAbove(figures(), scope.parameter(described, "by-year"));
      case "parameter-of-year" ->
          new FigureOperators.ParameterOfYear(scope.parameter(described, name), operand("year"));
      case "first-blank" -> firstBlank();
      case "blank-while" -> {
        List<Operand> days = two("in-order");
        String blank = scope.text(described, name);
        yield new BlankOperators.BlankWhile(
            Operand.of(blank, scope), blank, days.get(0), days.get(1));
      }
      case "sum" ->
          described.has("of")
              ? new ListOperators.SumOfList(list(name), scope.text(described, "of"), scope)
              : new NumberOperators.Sum(operands(described.path(name)));
      case "difference" -> {
        List<Operand> both = two(name);
        yield new NumberOperators.Difference(both.get(0), both.get(1));
      }
      case "product" -> {
        JsonNode product = described.path(name);
        onlyKeys(name, Set.of("left", "is", "right"));
        yield new NumberOperators.Product(
            NumberOperators.quantities(product.path("left"), scope),
            NumberComparison.of(product.path("is").asText(), scope),
            NumberOperators.quantities(product.path("right"), scope));
      }
      case "share" ->
          new NumberOperators.Share(
              operand(name), operand("of"), comparison(), quantity("percent"));
      case "bounded" -> bounded();
      case "growth" -> growth();
      case "days-between" -> {
        JsonNode both = described.path(name);
        if (!both.isArray() || both.size() != 2) {
          throw scope.broken(name + " has two days");
        }
        yield new DayOperators.DaysBetween(
            DayOperators.DayValue.of(both.get(0), scope),
            DayOperators.DayValue.of(both.get(1), scope));
      }
      case "within-term" -> withinTerm();
      case "any" ->
          described.has("least")
              ? new ListOperators.AtLeast(
                  list(name), condition(list(name), "hold"), quantity("least"), emptyIsNone())
              : anyOf();
      case "all" -> quantified(Quantifier.ALL);
      case "none" -> quantified(Quantifier.NONE);
      case "counted" -> new ListOperators.Counted(list(name), condition(list(name), "hold"));
      default -> alternative();
    };
  }

  private Operator value() {
    if (described.path(name).isObject()) {
      return new PassedOn.NumberOf(quantity(name));
    }
    Operand operand = operand(name);
    if (operand.type() == null) {
      throw scope.broken("no rule can compare names, a group or a list; see state, count, any");
    }
    impersonal(operand.path().place());
    return new PassedOn.ValueOf(operand);
  }

  private Operator within() {
    FactPath path =
        described.has("partners")
            ? fromTheBid("partners", FactPath.of(scope.text(described, "partners"), scope))
            : null;
    Operand of = at("of");
    // All facts share what is known of this one place.
    fromTheBid("of", of.path());
    int locator = scope.shared("locator " + of.reads() + " " + (path == null ? "" : path.place()));
    JsonNode doubt = described.path("doubt");
    boolean ignored = doubt.asText().equals("ignored");
    if (!doubt.isMissingNode() && !ignored) {
      throw scope.broken("doubt is ignored, or is not there");
    }
    if (path == null) {
      unreadHere("doubt", "without partners");
    }
    return new Codes.Within(at(name), of, path, ignored, locator);
  }

  private FactPath fromTheBid(String key, FactPath path) {
    if (!path.base().equals(FactPath.Base.BID)) {
      throw scope.broken(key + " is a place from the bid, such as /sites");
    }
    return path;
  }

  private Operator refersTo() {
    placeholders();
    scope.parameter("name-endings");
    scope.parameter("name-general-words");
    impersonal(at(name).path().place());
    if (described.has("published")) {
      List.of("list", "by", "catalogue").forEach(key -> unreadHere(key, "beside published"));
      return new NameOperators.Published(
          at(name), operand("key"), scope.parameter(described, "published"));
    }
    unreadHere("key", "without published");
    FactPath list = fromTheBid("list", FactPath.of(scope.text(described, "list"), scope));
    List<String> by = texts("by");
    for (String member : by) {
      namedBy(list.place(), member);
    }
    List<String> catalogue =
        described.has("catalogue") ? parameters(described.path("catalogue")) : List.of();
    int names = scope.shared("names " + list.place() + " " + by + " " + catalogue);
    return new NameOperators.RefersTo(at(name), list, by, catalogue, names);
  }

  private void namedBy(String list, String member) {
    if (scope.contract().at(list + "/*/" + member) == null) {
      throw scope.broken("the entries of " + list + " have no " + member);
    }
    impersonal(list + "/*/" + member);
  }

  /** Refuses to repeat a text that may be the number of a person's identity card. */
  private void impersonal(String place) {
    if (scope.contract().isPersonal(place)) {
      throw scope.broken(
          "reads "
              + place
              + ", which may be the number of an identity card and is never repeated; see"
              + " code-state");
    }
  }

  private Operator documented() {
    placeholders();
    String place =
        scope
            .contract()
            .documents()
            .orElseThrow(() -> scope.broken("the contract names no list of documents"));
    EntryReference to =
        scope.contract().references().stream()
            .filter(reference -> reference.list().equals(place))
            .findFirst()
            .orElseThrow(() -> scope.broken("nothing refers to " + place));
    List<String> tellers = described.has("told-by") ? texts("told-by") : List.of(to.title());
    int documents = scope.shared("documents " + place + " " + tellers);
    return new DocumentOperators.Documented(
        at(name), FactPath.of(place, scope), to.by(), tellers, documents);
  }

  private Operator ofYear() {
    String measure = scope.text(described, "measure");
    boolean isWord = measureWords().contains(measure);
    return new FigureOperators.OfYear(
        figures(),
        where(),
        isWord ? null : Operand.of(measure, scope),
        isWord ? measure : null,
        operand("year"));
  }

  private List<String> measureWords() {
    ContractMember measure = scope.contract().member(figures().path().place() + "/*/measure");
    return measure != null && measure.shape() instanceof Shape.Choice choice
        ? choice.words()
        : List.of();
  }

  private String measure(String word) {
    if (!measureWords().contains(word)) {
      throw scope.broken("there is no measure " + word + "; there are " + measureWords());
    }
    return word;
  }

  private Operand figures() {
    Operand figures = list(name);
    for (String member : List.of("measure", "year", "amount")) {
      if (scope.contract().at(figures.path().place() + "/*/" + member) == null) {
        throw scope.broken("figures have measure, year and amount; there is no " + member);
      }
    }
    return figures;
  }

  private EntryCondition where() {
    return described.has("where") ? condition(list(name), "where") : null;
  }

  private Operator firstBlank() {
    Map<Operand, String> words = new LinkedHashMap<>();
    if (!described.path(name).isObject() || described.path(name).isEmpty()) {
      throw scope.broken("first-blank has members with words: { level: no-level }");
    }
    for (Map.Entry<String, JsonNode> entry : described.path(name).properties()) {
      words.put(Operand.of(entry.getKey(), scope), entry.getValue().asText());
    }
    FactMember other = null;
    if (described.has("else")) {
      other = scope.read(scope.text(described, "else"));
      if (other == null || other.type() != String.class) {
        throw scope.broken("else names a derived member with words that stands before this one");
      }
    }
    return new BlankOperators.FirstBlank(words, other);
  }

  private Operator bounded() {
    return new NumberOperators.Bounded(
        operand(name), operand("bound"), reached(), quantity("than"));
  }

  /** Returns the comparison with what an amount has to reach. */
  private NumberComparison reached() {
    NumberComparison comparison = comparison();
    List<NumberComparison> known = List.of(NumberComparison.OVER, NumberComparison.AT_LEAST);
    if (!known.contains(comparison)) {
      throw scope.broken("is one of " + known.stream().map(NumberComparison::word).toList());
    }
    return comparison;
  }

  private boolean emptyIsNone() {
    JsonNode empty = described.path("no-entry");
    if (!empty.isMissingNode() && !(empty.isBoolean() && !empty.asBoolean())) {
      throw scope.broken("no-entry is false, or is not there");
    }
    return !empty.isMissingNode();
  }

  private Operator growth() {
    Operand list = list(name);
    String entry = list.path().place() + "/*/";
    String amount = scope.text(described, "of");
    String kind = scope.contract().kind(entry + amount);
    Class<?> type = kind == null ? null : Operand.type(kind);
    if (type != BigDecimal.class && type != Integer.class) {
      throw scope.broken("there is no number at " + entry + amount);
    }
    String year = scope.text(described, "year");
    if (!"year".equals(scope.contract().kind(entry + year))) {
      throw scope.broken("there is no year at " + entry + year);
    }
    String bound = described.has("bound") ? scope.text(described, "bound") : null;
    if (bound != null && !(scope.contract().at(entry + bound) instanceof Shape.Choice)) {
      throw scope.broken("there is no choice at " + entry + bound);
    }
    Map<String, Growth.Average> averages =
        Map.of("compound", Growth.Average.COMPOUND, "mean", Growth.Average.MEAN);
    Growth.Average average = averages.get(scope.text(described, "average"));
    if (average == null) {
      throw scope.broken("average is compound or mean");
    }
    return new Growth(
        new Growth.Amounts(list, amount, kind, year, bound, where()),
        operand("before"),
        quantity("years"),
        average,
        reached(),
        quantity("percent"));
  }

  private Operator withinTerm() {
    JsonNode term = described.path(name);
    onlyKeys(name, Set.of("from", "until", "years", "months", "days"));
    if (UNITS.keySet().stream().filter(term::has).count() > 1) {
      throw scope.broken("a term has years, months or days, and one of them alone");
    }
    for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
      String key = unit.getKey();
      if (term.has(key)) {
        return new DayOperators.WithinTerm(
            DayOperators.DayValue.of(term.path("from"), scope),
            DayOperators.DayValue.of(term.path("until"), scope),
            unit.getValue(),
            Quantity.of(term.get(key), scope));
      }
    }
    throw scope.broken("a term has years, months or days");
  }

  private Operator anyOf() {
    unreadHere("no-entry", "without least");
    return quantified(Quantifier.ANY);
  }

  private Operator quantified(Quantifier quantifier) {
    return new ListOperators.Quantified(list(name), condition(list(name), "hold"), quantifier);
  }

  private Operator alternative() {
    Map<String, Operand> branches = new LinkedHashMap<>();
    for (JsonNode branch : described.path(name)) {
      FactMember member = scope.members().get(branch.asText());
      if (member == null || member.type() != Boolean.class) {
        throw scope.broken(
            "\"" + branch.asText() + "\" is no derived yes-or-no that stands before this one");
      }
      branches.put(branch.asText(), Operand.of(branch.asText(), scope));
    }
    if (branches.size() < 2) {
      throw scope.broken("an alternative has at least two branches");
    }
    return new BlankOperators.Alternative(branches);
  }

  private EntryCondition condition(Operand list, String key) {
    return EntryCondition.of(described.path(key), list.path().place() + "/*", scope);
  }

  private NumberComparison comparison() {
    return NumberComparison.of(scope.text(described, "is"), scope);
  }

  private Quantity quantity(String key) {
    return Quantity.of(described.path(key), scope);
  }

  private Operand operand(String key) {
    return Operand.of(scope.text(described, key), scope);
  }

  private Operand at(String key) {
    return Operand.at(scope.text(described, key), scope);
  }

  private Operand list(String key) {
    Operand operand = Operand.at(scope.text(described, key), scope);
    if (!(scope.contract().at(operand.path().place()) instanceof Shape.Entries)) {
      throw scope.broken("is no list: " + operand.path().place());
    }
    return operand;
  }

  private List<Operand> two(String key) {
    List<Operand> both = operands(described.path(key));
    if (both.size() != 2) {
      throw scope.broken(key + " has two paths");
    }
    return both;
  }

  private List<Operand> operands(JsonNode list) {
    List<Operand> all = new ArrayList<>();
    if (!list.isArray() || list.isEmpty()) {
      throw scope.broken(name + " has a list of paths");
    }
    list.forEach(path -> all.add(Operand.of(path.asText(), scope)));
    return all;
  }

  private List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    described.path(key).forEach(text -> texts.add(text.asText()));
    if (texts.isEmpty()) {
      throw scope.broken(key + " is a list of names");
    }
    return texts;
  }

  private List<String> parameters(JsonNode list) {
    List<String> ids = new ArrayList<>();
    if (list.isTextual()) {
      ids.add(list.textValue());
    }
    list.forEach(id -> ids.add(id.asText()));
    if (ids.isEmpty()) {
      throw scope.broken("names no parameter");
    }
    ids.forEach(scope::parameter);
    return List.copyOf(ids);
  }

  /** Lets the words of an operator have the names that the programme gives them. */
  private Operator named(Operator operator) {
    JsonNode words = described.path("words");
    return words.isMissingNode()
        ? operator
        : PassedOn.OwnWords.of(operator, words, OF_PROGRAMME.contains(name), scope);
  }

  private void placeholders() {
    for (String what :
        List.of("words", "characters", "beginnings", "endings", "bracketed-endings")) {
      scope.parameter("placeholder-" + what);
    }
  }
}
