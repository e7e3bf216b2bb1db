package sixones.pages.choice;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import sixones.library.RuleLibrary;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageFrames;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** The rule sets as readers choose among them and as pages name them: by their titles. */
@ApplicationScoped
@Named("ruleSets")
public class RuleSetChoice {
  /** The cookie that remembers the rule set a reader chose last. */
  private static final String CHOSEN = "rules";

  @Inject RuleSets ruleSets;
  @Inject RuleLibrary library;

  /**
   * The rule sets a reader can choose among.
   *
   * @param options their newest versions by id and title; the chosen one is selected
   * @param chosen the id of the chosen one
   */
  public record Offer(List<Option> options, String chosen) {
    /** Returns whether there is anything to choose. */
    public boolean isOpen() {
      return options.size() > 1;
    }

    /** Returns what begins the query of an address for the chosen one; empty without a choice. */
    public String query() {
      return isOpen() ? "ruleSet=" + chosen : "";
    }
  }

  /** Returns whether this application has more than one rule set. */
  public boolean isOpen() {
    return ruleSets.newest().size() > 1;
  }

  /** Returns what begins the query of an address for a rule set. */
  public String query(RuleSet set) {
    return "ruleSet=" + set.id();
  }

  /** Offers the newest version of each rule set. */
  public Offer offer(RuleSet chosen, Language language) {
    List<Option> options =
        ruleSets.newest().stream()
            .map(set -> new Option(set.id(), title(set, language), set.id().equals(chosen.id())))
            .toList();
    return new Offer(options, chosen.id());
  }

  /**
   * Finds the newest version of a rule set.
   *
   * @throws NotFoundException if there is no such rule set
   */
  public RuleSet find(String id) {
    return ruleSets.find(id).orElseThrow(NotFoundException::new);
  }

  /** Returns the newest version of each rule set. */
  public List<RuleSet> all() {
    return ruleSets.newest();
  }

  /**
   * Returns the rule set a request asks for, and remembers it; the one remembered, or the first, if
   * it asks for none.
   *
   * @param asked the id of a rule set, or null
   * @throws NotFoundException if there is no such rule set
   */
  public RuleSet of(RoutingContext request, String asked) {
    if (asked != null) {
      RuleSet found = find(asked);
      if (isOpen()) {
        PageFrames.remember(request, CHOSEN, found.id());
      }
      return found;
    }
    return Optional.ofNullable(request.request().getCookie(CHOSEN))
        .map(Cookie::getValue)
        .flatMap(ruleSets::find)
        .orElse(ruleSets.newest().get(0));
  }

  /** Returns the title of a rule set; its id if this service knows none of its versions. */
  public String title(String id, Language language) {
    return ruleSets
        .find(id)
        .or(() -> library.all().stream().filter(set -> set.id().equals(id)).findFirst())
        .map(set -> Messages.of(set, language).title(set))
        .orElse(id);
  }

  /** Returns the title of one version of a rule set; with the version unless it is the newest. */
  public String title(RuleSet set, Language language) {
    String title = Messages.of(set, language).title(set);
    return ruleSets.isNewest(set) ? title : title + " · " + set.version();
  }

  /**
   * Offers every version that a round can pin, the newest of each rule set first: that by the id
   * alone, others as {@code id/version}.
   */
  public List<Option> versions(Language language) {
    return ruleSets.all().stream().map(set -> version(set, language)).toList();
  }

  private Option version(RuleSet set, Language language) {
    String value = ruleSets.isNewest(set) ? set.id() : set.id() + "/" + set.version();
    return new Option(value, title(set, language), false);
  }

  /** Returns the title and the version of {@code id/version}. */
  public String named(String version, Language language) {
    int slash = version.indexOf('/');
    return slash < 0
        ? title(version, language)
        : title(version.substring(0, slash), language) + " · " + version.substring(slash + 1);
  }
}
