package sixones.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import sixones.bid.BidContract;
import sixones.bid.Defect;
import sixones.finding.Finding;
import sixones.rule.Citation;
import sixones.rule.Outcome;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.rule.Severity;
import sixones.ruleset.RuleSet;
import sixones.text.Text;
import sixones.text.Words;

/**
 * The messages of a report in one language: those of the rule set and those common to all reports.
 */
public final class Messages {
  /** What a found text was compared with, in bundles that do not say how their rules call it. */
  private static final List<String> EARLIER_COUNTERPARTS = List.of("counterpart", "pillar");

  private static final Map<Language, Phrases> OWN = new EnumMap<>(Language.class);
  private static final Map<RuleSet, Map<Language, Messages>> KNOWN = new WeakHashMap<>();

  private final Language language;
  private final Phrases own;
  private final Phrases rules;
  private final DivisionNames divisions;
  private final Map<String, Citation> citations;
  private final Map<String, Relaxation> relaxations = new HashMap<>();
  private final BidContract contract;
  private final String ruleSetId;
  private final String ruleSetTitle;
  private final Map<String, Passage> passages = new ConcurrentHashMap<>();

  private Messages(RuleSet ruleSet, Language language) {
    this.language = language;
    this.own = own(language);
    this.rules = new Phrases(language, ruleSet.messages(language.tag()));
    this.divisions = new DivisionNames(ruleSet, language);
    this.citations = Map.copyOf(ruleSet.citations());
    ruleSet.relaxations().forEach(each -> relaxations.put(each.id(), each));
    this.contract = ruleSet.contract();
    this.ruleSetId = ruleSet.id();
    this.ruleSetTitle = in(ruleSet.title());
  }

  /** Returns the cached messages of a rule set in a language. */
  public static Messages of(RuleSet ruleSet, Language language) {
    synchronized (KNOWN) {
      return KNOWN
          .computeIfAbsent(ruleSet, k -> new EnumMap<>(Language.class))
          .computeIfAbsent(language, l -> new Messages(ruleSet, l));
    }
  }

  /** Formats a message common to all reports. */
  public static String text(Language language, String key, Map<String, ?> values) {
    return own(language).text(key, values);
  }

  private static Phrases own(Language language) {
    synchronized (OWN) {
      return OWN.computeIfAbsent(language, Messages::readOwn);
    }
  }

  private static Phrases readOwn(Language language) {
    String path = "words." + language.tag() + ".properties";
    try (InputStream in = Messages.class.getResourceAsStream(path)) {
      return new Phrases(language, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(path + " is part of the application", e);
    }
  }

  public Language language() {
    return language;
  }

  /** Returns what a bid of the rule set states. */
  public BidContract contract() {
    return contract;
  }

  /** Formats a message common to all reports. */
  public String text(String key, Map<String, ?> values) {
    return own.text(key, values);
  }

  /** Returns a message common to all reports that takes no arguments. */
  public String text(String key) {
    return own.text(key, Map.of());
  }

  /** Returns the title of a requirement, a group of rules, or a rule. */
  public String title(String id) {
    return rules.text(id + ".title", Map.of());
  }

  /** Returns whether there is a message common to all reports with this key. */
  boolean hasText(String key) {
    return own.has(key);
  }

  /** Returns what the rule set calls a member of a fact; null if it has no name for it. */
  String member(String kind, String member) {
    String key = "fact." + kind + "." + member;
    return rules.has(key) ? rules.text(key, Map.of()) : null;
  }

  /** Formats a value of a bid or parameter for the reader. */
  public String value(JsonNode value) {
    return rules.value(value);
  }

  /** Formats a value that a bid states at a place for the reader; a division by its name. */
  String found(String pointer, JsonNode found) {
    boolean isDivision = found.isTextual() && contract.isDivision(pointer);
    return isDivision ? divisions.named(Text.width(found.textValue())) : value(found);
  }

  /** Returns the message patterns of a rule, by key suffix. */
  public Map<String, String> patterns(String rule) {
    return rules.below(rule);
  }

  /** Formats the message on one place. */
  String message(Rule rule, Finding.At place) {
    if (place.unreadable() != null) {
      return message(place.pointer(), place.unreadable());
    }
    if (place.outcome() == Outcome.ERROR) {
      String key = place.isOfShadow() ? "finding.error.engines-differ" : "finding.error";
      return text(key, place.values());
    }
    if (place.isRelaxed() && !rules.has(key(rule, place))) {
      return relaxed(rule, place);
    }
    return rules.text(key(rule, place), arguments(rule, place));
  }

  /** Formats what a rule found, and by which relaxation it is for a person all the same. */
  private String relaxed(Rule rule, Finding.At place) {
    Relaxation relaxation = relaxations.get(place.values().get("relaxation").textValue());
    return text(
        "finding.relaxed",
        Map.of(
            "failed", message(rule, place.unrelaxed()),
            "title", in(relaxation.title()),
            "source", passage(citations.get(relaxation.citation())).source()));
  }

  /**
   * Returns the message arguments of a place. Between two similar texts the differences are marked.
   */
  private Map<String, ?> arguments(Rule rule, Finding.At place) {
    JsonNode found = place.values().get("found");
    String name = counterpart(rule, place);
    boolean isText = found != null && found.isTextual();
    if (place.outcome() != Outcome.REVIEW || place.isRelaxed() || !isText || name == null) {
      return divisions.named(rule, place);
    }
    String other = place.values().get(name).textValue();
    MarkedDifference marked = MarkedDifference.between(found.textValue(), other);
    Map<String, JsonNode> arguments = new HashMap<>(place.values());
    arguments.put("found", TextNode.valueOf(marked.one()));
    arguments.put(name, TextNode.valueOf(marked.other()));
    return arguments;
  }

  /** Returns how the rule calls the name that the found text was compared with; null if none. */
  private static String counterpart(Rule rule, Finding.At place) {
    return rule.checks().stream()
        .map(Rule.Check::counterparts)
        .flatMap(names -> (names == null ? EARLIER_COUNTERPARTS : names).stream())
        .filter(place.values()::containsKey)
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the message key of a place. Each reason has its own message. So has each blank member
   * of a rule that examines several.
   */
  private static String key(Rule rule, Finding.At place) {
    String outcome = rule.id() + "." + place.outcome().word();
    JsonNode reason = place.values().get("reason");
    if (reason != null) {
      return outcome + "." + reason.textValue();
    }
    String member = place.pointer().substring(place.pointer().lastIndexOf('/') + 1);
    boolean oneOfSeveral = rule.examines().size() > 1 && rule.examines().contains(member);
    if (place.outcome() != Outcome.INCOMPLETE || !oneOfSeveral) {
      return outcome;
    }
    return outcome + "." + (place.values().containsKey("found") ? "another" : member);
  }

  private String message(String place, Defect defect) {
    Problem.Error error = Problem.errors(List.of(defect), language).get(0);
    return place.equals(defect.pointer())
        ? error.detail()
        : text("finding.unreadable", Map.of("pointer", error.pointer(), "defect", error.detail()));
  }

  /**
   * Returns what the applicant can do next; null if there is nothing to do. What is stated for
   * people alone to judge asks nothing more of the applicant.
   */
  String advice(Finding finding) {
    Rule rule = finding.rule();
    return switch (finding.outcome()) {
      case REVIEW -> rule.severity() == Severity.JUDGED ? null : advice(rule);
      case FAIL, INCOMPLETE -> advice(rule);
      case ERROR -> text("finding.error.advice");
      case PASS, INAPPLICABLE -> null;
    };
  }

  private String advice(Rule rule) {
    return rules.text(rule.id() + ".advice", Map.of());
  }

  /** Returns a passage of the rule set's sources in the reader's language. */
  public Passage passage(Citation citation) {
    return passages.computeIfAbsent(citation.id(), id -> read(citation));
  }

  private Passage read(Citation citation) {
    Map<String, String> source =
        Map.of(
            "source", in(citation.source()),
            "edition", in(citation.edition()),
            "passage", in(citation.passage()));
    return new Passage(in(citation.gist()), text("citation", source), citation.address());
  }

  /** Returns the title of the rule set. */
  public String title(RuleSet ruleSet) {
    return in(ruleSet.title());
  }

  /** Returns the title of the rule set before its id; any other id as it is. */
  public String ruleSet(String id) {
    return id.equals(ruleSetId) ? ruleSetTitle + " · " + id : id;
  }

  /** Returns the text in the reader's language, or in the other language if it is missing. */
  public String in(Words words) {
    boolean chinese = language == Language.ZH_CN;
    String first = chinese ? words.zh() : words.en();
    return first != null ? first : chinese ? words.en() : words.zh();
  }

  /** Returns the name of a division; the code itself if it has none. */
  public String applicant(String code) {
    return divisions.name(code);
  }

  /** Returns the name of a division followed by its code; the code alone if it has no name. */
  public String division(String code) {
    return divisions.named(code);
  }
}
