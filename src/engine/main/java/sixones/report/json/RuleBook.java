package sixones.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import sixones.bid.BidContract;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.rule.Citation;
import sixones.rule.OtherBids;
import sixones.rule.Parameter;
import sixones.rule.Relaxation;
import sixones.rule.Rule;
import sixones.ruleset.Dependents;
import sixones.ruleset.RuleSet;
import sixones.text.Words;

/** Renders rule sets as JSON: rules, parameters and the citations they rest on. */
public final class RuleBook {
  private RuleBook() {}

  /** Renders a summary of every rule set. */
  public static ArrayNode list(List<RuleSet> ruleSets) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    ruleSets.forEach(set -> list.add(head(set)));
    return list;
  }

  /** Renders one rule set: its requirements and rules with titles, its citations and parameters. */
  public static ObjectNode of(RuleSet set) {
    ObjectNode book = head(set);
    ArrayNode requirements = book.putArray("requirements");
    for (String id : set.requirements()) {
      ObjectNode requirement = requirements.addObject().put("id", id);
      requirement.set("title", title(set, id));
      requirement.put("citation", set.demand(id).id());
    }
    ArrayNode rules = book.putArray("rules");
    set.rules().values().forEach(rule -> rules.add(brief(set, rule)));
    ArrayNode citations = book.putArray("citations");
    set.citations().values().forEach(citation -> citations.add(toJson(citation)));
    ArrayNode parameters = book.putArray("parameters");
    set.parameters().values().forEach(parameter -> parameters.add(toJson(parameter)));
    if (!set.relaxations().isEmpty()) {
      ArrayNode relaxations = book.putArray("relaxations");
      set.relaxations().forEach(relaxation -> relaxations.add(toJson(relaxation)));
    }
    if (!set.otherBids().isEmpty()) {
      ArrayNode otherBids = book.putArray("otherBids");
      for (OtherBids asked : set.otherBids()) {
        ObjectNode told = otherBids.addObject().put("id", asked.id());
        told.set("title", both(asked.title()));
        told.put("citation", asked.citation());
      }
    }
    return book;
  }

  /**
   * Renders one rule: its messages in both languages, citation, source, and parameters with their
   * values in force on a day.
   */
  public static ObjectNode of(RuleSet set, Rule rule, LocalDate day) {
    ObjectNode page = brief(set, rule);
    ObjectNode words = page.putObject("words");
    for (Language language : Language.values()) {
      ObjectNode inLanguage = words.putObject(language.tag());
      Messages.of(set, language)
          .patterns(rule.id())
          .forEach((suffix, pattern) -> inLanguage.put(suffix, pattern));
    }
    page.set("citation", toJson(set.citations().get(rule.citation())));
    page.put("asOf", day.toString());
    page.put("inForce", rule.inForceOn(day));
    ArrayNode parameters = page.putArray("parameters");
    for (String id : rule.parameters()) {
      Parameter parameter = set.parameters().get(id);
      ObjectNode told = toJson(parameter);
      told.set("inForce", parameter.inForceOn(day));
      parameters.add(told);
    }
    List<Relaxation> relaxations =
        set.relaxations().stream().filter(each -> each.rules().contains(rule.id())).toList();
    if (!relaxations.isEmpty()) {
      ArrayNode told = page.putArray("relaxations");
      relaxations.forEach(each -> told.add(toJson(each).put("inForce", each.inForceOn(day))));
    }
    return page.put("source", set.source(rule));
  }

  /**
   * Renders the rules and verdicts that depend on a member of a bid.
   *
   * @param pointer a JSON Pointer; an index stands for all entries of its list
   * @return empty if a bid has no such member
   */
  public static Optional<ObjectNode> member(RuleSet set, String pointer) {
    if (!set.contract().isMember(pointer)) {
      return Optional.empty();
    }
    ObjectNode member =
        JsonNodeFactory.instance.objectNode().put("pointer", BidContract.place(pointer));
    ArrayNode rules = member.putArray("rules");
    for (Dependents.Dependent dependent : set.dependents(pointer)) {
      rules.add(
          brief(set, dependent.rule())
              .put("judges", dependent.examines())
              .put("decides", dependent.decides()));
    }
    set.verdicts(pointer).forEach(member.putArray("verdicts")::add);
    return Optional.of(member);
  }

  private static ObjectNode head(RuleSet set) {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.put("id", set.id()).put("version", set.version()).put("digest", set.digest());
    head.set("title", both(set.title()));
    return head.put("engine", set.engine());
  }

  private static ObjectNode brief(RuleSet set, Rule rule) {
    ObjectNode brief = JsonNodeFactory.instance.objectNode();
    brief.put("id", rule.id()).put("requirement", rule.requirement());
    brief.set("title", title(set, rule.id()));
    brief.put("severity", rule.severity().word());
    if (rule.blank() != null) {
      brief.put("blank", rule.blank().word());
    }
    brief.put("citation", rule.citation());
    brief.put("from", rule.from().toString());
    brief.put("until", rule.until() == null ? null : rule.until().toString());
    rule.examines().forEach(brief.putArray("examines")::add);
    return brief;
  }

  private static ObjectNode toJson(Citation citation) {
    ObjectNode told = JsonNodeFactory.instance.objectNode().put("id", citation.id());
    told.set("source", both(citation.source()));
    told.set("edition", both(citation.edition()));
    told.set("passage", both(citation.passage()));
    told.put("address", citation.address());
    told.set("gist", both(citation.gist()));
    told.set("note", both(citation.note()));
    return told;
  }

  private static ObjectNode toJson(Parameter parameter) {
    ObjectNode told = JsonNodeFactory.instance.objectNode().put("id", parameter.id());
    told.set("title", both(parameter.title()));
    told.put("citation", parameter.citation());
    ArrayNode values = told.putArray("values");
    parameter.values().forEach(value -> values.add(toJson(parameter, value)));
    return told;
  }

  /** A relaxation names days, call years and places only where it is bound to them. */
  private static ObjectNode toJson(Relaxation relaxation) {
    ObjectNode told = JsonNodeFactory.instance.objectNode().put("id", relaxation.id());
    told.set("title", both(relaxation.title()));
    told.put("citation", relaxation.citation());
    relaxation.rules().forEach(told.putArray("rules")::add);
    told.put("from", relaxation.from().toString());
    told.put("until", relaxation.until() == null ? null : relaxation.until().toString());
    if (!relaxation.calls().isEmpty()) {
      relaxation.calls().forEach(told.putArray("call")::add);
    }
    if (!relaxation.places().isEmpty()) {
      relaxation.places().forEach(told.putArray("places")::add);
    }
    return told.set("note", both(relaxation.note()));
  }

  /** A value names its call year, place and citation only where they are its own. */
  private static ObjectNode toJson(Parameter parameter, Parameter.Value value) {
    ObjectNode told = JsonNodeFactory.instance.objectNode().put("from", value.from().toString());
    if (value.call() != null) {
      told.put("call", value.call());
    }
    if (value.place() != null) {
      told.put("place", value.place());
    }
    if (!value.citation().equals(parameter.citation())) {
      told.put("citation", value.citation());
    }
    return told.set("value", value.value());
  }

  private static ObjectNode both(Words words) {
    return JsonNodeFactory.instance.objectNode().put("en", words.en()).put("zh", words.zh());
  }

  private static ObjectNode title(RuleSet set, String id) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("en", Messages.of(set, Language.EN).title(id))
        .put("zh", Messages.of(set, Language.ZH_CN).title(id));
  }
}
