package sixones.pages.authorities;

import static sixones.pages.RecordsInTests.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import sixones.casework.OfficePowers;
import sixones.pages.Example;
import sixones.pages.PageExamples;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Power;
import sixones.report.Language;
import sixones.report.Problem;

/** Authorities in each state for officer, auditor and administrator; the table of permissions. */
@Singleton
class AuthoritiesExamples implements PageExamples {
  static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  static final long WANG = 1;
  static final long LI = 2;
  static final long CHEN = 3;

  private static final UUID ROUND = new UUID(0, 7);
  private static final Map<Long, String> OFFICERS =
      Map.of(WANG, "wang.fang", LI, "li.wei", CHEN, "chen.jie");

  @Override
  public List<Example> all() {
    return List.of(
        new Example("authorities", language -> page(Role.OFFICER, null, language)),
        new Example("authorities-auditor", language -> page(Role.AUDITOR, null, language)),
        new Example("authorities-admin", language -> page(Role.ADMIN, null, language)),
        new Example(
            "authorities-refused", language -> page(Role.OFFICER, problem(language), language)),
        new Example("authorities-none", AuthoritiesExamples::none),
        new Example(
            "permissions",
            language ->
                PermissionsPage.Templates.permissions(
                    frame(language, null, "/permissions"), PermissionRow.table(language))));
  }

  private static Problem problem(Language language) {
    String detail = language == Language.EN ? "This is missing." : "此项缺失。";
    return new Problem(
        "not-right",
        422,
        language == Language.EN ? "This cannot be done" : "无法办理",
        detail,
        List.of(
            new Problem.Error("/acts", "missing", detail),
            new Problem.Error("/until", "not-later", detail),
            new Problem.Error("", "missing", detail)));
  }

  private static TemplateInstance page(Role role, Problem problem, Language language) {
    Map<String, String> sent =
        problem == null
            ? Map.of()
            : Map.of(
                "form", "give", "key", "k", "person", "3", "from", "2026-03-02", "last", "soon");
    return AuthoritiesPage.Templates.authorities(
        frame(language, role, "/authorities"),
        view(role, LI, acts(), OFFICERS, sent, problem, language));
  }

  private static TemplateInstance none(Language language) {
    Map<Long, String> one = Map.of(LI, "li.wei");
    return AuthoritiesPage.Templates.authorities(
        frame(language, Role.OFFICER, "/authorities"),
        view(Role.OFFICER, LI, List.of(), one, Map.of(), null, language));
  }

  static AuthoritiesView view(
      Role role,
      long reader,
      List<CaseAct> acts,
      Map<Long, String> officers,
      Map<String, String> sent,
      Problem problem,
      Language language) {
    OfficePowers.Listed listed =
        new OfficePowers.Listed(Authorities.onRecord(acts, AT.plusSeconds(60)), officers, officers);
    String name = language == Language.EN ? "Round of 2026" : "2026年批次";
    return new AuthoritiesMaker(
            listed, role, reader, TODAY, Map.of(ROUND, name), sent, problem, language)
        .view();
  }

  /** Returns acts that leave an authority in each state. */
  static List<CaseAct> acts() {
    List<CaseAct> acts = new ArrayList<>();
    answer(acts, give(acts, WANG, LI, Power.HANDLE, null, null), CHEN, true);
    answer(acts, give(acts, WANG, CHEN, Power.RECUSE, ROUND, null), LI, false);
    CaseAct ended = give(acts, CHEN, WANG, Power.HANDLE, null, null);
    answer(acts, ended, LI, true);
    add(acts, new ActBody.EndAuthority(ended.id(), reasons()), LI);
    answer(acts, give(acts, CHEN, WANG, Power.CONFIRM, null, TODAY), LI, true);
    answer(acts, delegate(acts, WANG, CHEN), LI, true);
    give(acts, WANG, CHEN, Power.CONFIRM, null, null);
    give(acts, CHEN, LI, Power.RECUSE, null, null);
    delegate(acts, LI, CHEN);
    return acts;
  }

  private static CaseAct give(
      List<CaseAct> acts, long by, long to, Power power, UUID round, LocalDate until) {
    return add(
        acts,
        new ActBody.GiveAuthority(
            to, List.of(power), round, LocalDate.of(2026, 1, 1), until, "Order 1 of 2026", null),
        by);
  }

  private static CaseAct delegate(List<CaseAct> acts, long by, long to) {
    return add(
        acts,
        new ActBody.GiveAuthority(
            to, List.of(Power.HANDLE), null, TODAY, null, "Order 2 of 2026", by),
        by);
  }

  private static void answer(List<CaseAct> acts, CaseAct of, long by, boolean yes) {
    add(acts, new ActBody.Confirm(of.id(), yes, yes ? null : reasons(), null), by);
  }

  private static GivenReasons reasons() {
    return new GivenReasons("不再承担该项工作，予以调整。", "The task is no longer theirs.");
  }

  private static CaseAct add(List<CaseAct> acts, ActBody body, long by) {
    long seq = acts.size() + 1L;
    CaseAct act = CaseAct.of(seq, new UUID(1, seq), body, by, null, null, AT, "key-" + seq);
    acts.add(act);
    return act;
  }
}
