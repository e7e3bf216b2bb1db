package sixones.pages.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import sixones.evaluation.Evaluations;
import sixones.library.RuleLibrary;
import sixones.pages.form.Examples;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.report.Messages;
import sixones.rule.Rule;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSetDifference;

/** Shows rule sets and rules with their demands and sources. */
@Path("/rules")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RulePages {
  @Inject RuleLibrary ruleSets;
  @Inject Evaluations evaluations;
  @Inject Examples examples;
  @Inject PageFrames frames;
  @Context RoutingContext request;

  @CheckedTemplate(basePath = "pages/rules")
  static class Templates {
    static native TemplateInstance rules(
        PageFrame frame, List<RuleSetView> sets, ClauseSearch search);

    static native TemplateInstance rule(PageFrame frame, RuleView rule);

    static native TemplateInstance changes(PageFrame frame, ChangesView changes);

    static native TemplateInstance member(PageFrame frame, MemberView member);
  }

  /**
   * Shows the newest version of every rule set with its requirements and rules.
   *
   * @param text a clause whose rules are looked for; all rules are shown without
   */
  @GET
  @Operation(hidden = true)
  public TemplateInstance rules(@QueryParam("clause") String text) {
    PageFrame frame = frames.of(request);
    List<RuleSet> all = ruleSets.all();
    Map<String, RuleSet> newest = new LinkedHashMap<>();
    all.forEach(set -> newest.putIfAbsent(set.id(), set));
    return Templates.rules(
        frame,
        newest.values().stream()
            .map(set -> RuleSetView.of(set, RuleLibrary.versions(all, set.id()), frame.language()))
            .toList(),
        search(newest.values(), text, frame));
  }

  @GET
  @Path("{set}/{version}")
  @Operation(hidden = true)
  public TemplateInstance ruleSet(
      @PathParam("set") String set,
      @PathParam("version") String version,
      @QueryParam("clause") String text) {
    PageFrame frame = frames.of(request);
    RuleSet found = find(set, version);
    List<RuleSet> versions = RuleLibrary.versions(ruleSets.all(), set);
    return Templates.rules(
        frame,
        List.of(RuleSetView.of(found, versions, frame.language())),
        search(List.of(found), text, frame));
  }

  private ClauseSearch search(Collection<RuleSet> sets, String text, PageFrame frame) {
    return ClauseSearch.of(List.copyOf(sets), text, evaluations.today(), frame.language());
  }

  /**
   * Shows what changed between two versions.
   *
   * @param from the version to compare with; the one before if absent
   */
  @GET
  @Path("{set}/{version}/changes")
  @Operation(hidden = true)
  public TemplateInstance changes(
      @PathParam("set") String set,
      @PathParam("version") String version,
      @QueryParam("from") String from) {
    PageFrame frame = frames.of(request);
    RuleSet after = find(set, version);
    List<RuleSet> versions = RuleLibrary.versions(ruleSets.all(), set);
    RuleSet before =
        from == null ? RuleLibrary.before(versions, after).orElse(null) : find(set, from);
    return Templates.changes(
        frame,
        before == null
            ? ChangesView.first(after, versions, frame.language())
            : ChangesView.of(RuleSetDifference.between(before, after), versions, frame.language()));
  }

  /**
   * Shows one rule.
   *
   * @param asOf the day whose parameters are shown, ISO 8601; today if missing or malformed
   */
  @GET
  @Path("{set}/{version}/{rule}")
  @Operation(hidden = true)
  public TemplateInstance rule(
      @PathParam("set") String set,
      @PathParam("version") String version,
      @PathParam("rule") String rule,
      @QueryParam("asOf") String asOf) {
    RuleSet found = find(set, version);
    Rule wanted = found.rules().get(rule);
    if (wanted == null) {
      throw new NotFoundException();
    }
    PageFrame frame = frames.of(request);
    Messages messages = Messages.of(found, frame.language());
    // Fixtures are those of the rules this application carries, and run in its engine.
    List<RuleExamples.Example> told =
        ruleSets.isCarried(found)
            ? new RuleExamples(found, examples, messages).of(wanted)
            : List.of();
    return Templates.rule(frame, RuleView.of(found, wanted, day(asOf), messages, told));
  }

  /** Shows which rules and verdicts depend on a member of a bid, or on each of a section. */
  @GET
  @Path("{set}/{version}/members/{pointer:.+}")
  @Operation(hidden = true)
  public TemplateInstance member(
      @PathParam("set") String set,
      @PathParam("version") String version,
      @PathParam("pointer") String pointer) {
    RuleSet found = find(set, version);
    if (!found.contract().isMember("/" + pointer)) {
      throw new NotFoundException();
    }
    PageFrame frame = frames.of(request);
    return Templates.member(
        frame, MemberView.of(found, "/" + pointer, Messages.of(found, frame.language())));
  }

  private RuleSet find(String set, String version) {
    return ruleSets.find(set, version).orElseThrow(NotFoundException::new);
  }

  private LocalDate day(String asOf) {
    try {
      return asOf == null ? evaluations.today() : Evaluations.day(asOf);
    } catch (DateTimeException e) {
      return evaluations.today();
    }
  }
}
