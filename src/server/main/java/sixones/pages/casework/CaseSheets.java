package sixones.pages.casework;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.casework.CaseRecords;
import sixones.casework.SeenCase;
import sixones.library.RuleLibrary;
import sixones.pages.bid.KeptFiles;
import sixones.pages.frame.PageAddresses;
import sixones.pages.frame.PageFrame;
import sixones.pages.frame.PageFrames;
import sixones.pages.report.RuleLinks;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.act.CaseAct;
import sixones.representation.StoredJson;
import sixones.round.Refused;

/** Lays out the page of a case, with the form of one place open if that was asked for. */
@ApplicationScoped
class CaseSheets {
  @Inject CaseRecords records;
  @Inject RuleLibrary library;
  @Inject PageFrames frames;

  @CheckedTemplate(basePath = "pages/casework")
  static class Templates {
    static native TemplateInstance bidCase(PageFrame frame, CasePageView sheet);
  }

  /** Lays out a case that is withheld: whose it is, and why no more is shown. */
  TemplateInstance withheld(PageFrame frame, SeenCase seen) {
    String round = PageAddresses.round(seen.bidCase().round());
    return Templates.bidCase(
        frame,
        new CasePageView(
            "/cases/" + seen.bidCase().id(),
            frames.applicant(seen.bidCase().applicant(), frame.language()),
            new CasePageView.Round(
                StoredJson.name(seen.round(), frame.language()), round, round + "/declaration"),
            seen.withheld(),
            null,
            List.of(),
            null,
            KeptFiles.NONE,
            null,
            null,
            null,
            false));
  }

  /**
   * Lays out a case.
   *
   * @param asked the place whose form is open; null for none
   * @param done the number of the act that was just put on record; null if none was
   * @param past whether it is shown as of an instant in the past
   */
  TemplateInstance page(
      PageFrame frame, ReadCase of, CaseFindings.Asked asked, Long done, boolean past) {
    Shown shown =
        new Shown(
            asked, past ? Map.of() : possible(of), past ? Map.of() : mayConfirm(of), done, past);
    RuleLinks links = new RuleLinks(of.examined().evaluation(), library);
    return Templates.bidCase(frame, sheet(of, links, shown));
  }

  /**
   * What the page of a case shows besides the case.
   *
   * @param asked the place whose form is open; null for none
   * @param possible why each act cannot be done; empty if it can
   * @param mayConfirm why each act that waits cannot be answered; empty if it can
   */
  record Shown(
      CaseFindings.Asked asked,
      Map<ActKind, Optional<Refused>> possible,
      Map<UUID, Optional<Refused>> mayConfirm,
      Long done,
      boolean past) {
    boolean determines() {
      return possible.containsKey(ActKind.DETERMINE) && possible.get(ActKind.DETERMINE).isEmpty();
    }

    boolean isRefused() {
      return asked != null && asked.form().refusal() != null;
    }
  }

  /** Makes the page of a case that is not withheld. */
  static CasePageView sheet(ReadCase of, RuleLinks links, Shown shown) {
    CaseViews views = new CaseViews(of);
    return new CasePageView(
        of.address(),
        of.messages().applicant(of.seen().bidCase().applicant()),
        CaseViews.round(of),
        null,
        views.head(shown.past()),
        views.requirements(),
        new CaseFindings(of, links, shown.determines(), shown.asked()).parts(),
        KeptFiles.of(of.files(), of.language()),
        views.work(shown.possible(), shown.mayConfirm()),
        views.record(),
        done(of, shown.done()),
        shown.isRefused());
  }

  private static String done(ReadCase of, Long number) {
    return of.acts().stream()
        .filter(act -> number != null && act.seq() == number)
        .findFirst()
        .map(
            act ->
                of.text(
                    "casework.done",
                    Map.of(
                        "number", act.seq(),
                        "what", ActWords.kind(of, act),
                        "waits", String.valueOf(of.view().pending().contains(act.id())))))
        .orElse(null);
  }

  /** Returns why each act cannot be done, in her own right or for another; empty if it can. */
  Map<ActKind, Optional<Refused>> possible(ReadCase of) {
    if (!of.isOfficer()) {
      return Map.of();
    }
    Map<ActKind, Optional<Refused>> possible =
        new HashMap<>(records.possible(of.person(), of.seen()));
    for (Long principal : of.principals().keySet()) {
      records
          .possible(of.person(), of.seen(), principal)
          .forEach(
              (kind, why) ->
                  possible.computeIfPresent(kind, (k, own) -> why.isEmpty() ? why : own));
    }
    return possible;
  }

  private Map<UUID, Optional<Refused>> mayConfirm(ReadCase of) {
    Map<UUID, Optional<Refused>> may = new HashMap<>();
    for (CaseAct act : of.acts()) {
      if (of.isOfficer() && of.view().pending().contains(act.id())) {
        may.put(act.id(), mayConfirm(of, act.id()));
      }
    }
    return may;
  }

  /** Returns why an act cannot be answered, in her own right or for another; empty if it can. */
  Optional<Refused> mayConfirm(ReadCase of, UUID act) {
    Optional<Refused> own = records.mayConfirm(of.person(), of.seen(), act);
    for (Long principal : of.principals().keySet()) {
      if (own.isPresent()) {
        Optional<Refused> why = records.mayConfirm(of.person(), of.seen(), act, principal);
        own = why.isEmpty() ? why : own;
      }
    }
    return own;
  }
}
