package sixones.proceeding.conclusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import sixones.evaluation.Evaluation;
import sixones.evaluation.Verdict;
import sixones.finding.Finding;
import sixones.proceeding.BidCase;
import sixones.proceeding.Standing;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Determination;
import sixones.proceeding.act.Reply;
import sixones.rule.Blank;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * Draws the conclusion of a case a second time, as one would with the acts and the findings on
 * paper: written from the sentences of the design of determinations and of the style (3), which
 * stand here in quotation marks, and from nothing of what it is to check.
 */
final class PlainConclusion {
  /** One determination, and what became of it. */
  private static final class Row {
    UUID id;
    Determination made;
    int persons;
    String pointer;
    Instant expires;
    Standing standing = Standing.PROPOSED;
    String cause;
    final List<Long> inIt = new ArrayList<>();
  }

  /** What follows for one requirement. */
  record OnRequirement(String id, Verdict verdict, Verdict conclusion, List<UUID> changedBy) {}

  /** What people judged of one judged rule; {@code to} is null if nothing was judged. */
  record Judged(String rule, Outcome machine, Outcome to, List<UUID> by) {}

  /** How many judged rules were judged great, not, and not yet. */
  record Count(int great, int not, int open) {}

  final Map<UUID, Standing> standings = new LinkedHashMap<>();
  final Map<UUID, String> causes = new LinkedHashMap<>();
  final Map<UUID, Instant> expiries = new LinkedHashMap<>();
  final List<UUID> inForce = new ArrayList<>();
  final List<OnRequirement> requirements = new ArrayList<>();
  final List<UUID> changedBy = new ArrayList<>();
  final List<Judged> judgements = new ArrayList<>();
  final Map<String, Outcome> counted = new LinkedHashMap<>();
  UUID evaluation;
  Verdict verdict;
  Verdict conclusion;
  Count count;

  private final BidCase bidCase;
  private final List<Row> rows = new ArrayList<>();
  private final Map<UUID, ActBody.Recuse> asked = new HashMap<>();

  private PlainConclusion(BidCase bidCase) {
    this.bidCase = bidCase;
    this.evaluation = bidCase.evaluation();
  }

  /**
   * Says what holds at an instant.
   *
   * @param persons how many persons every determination takes at least in this round
   */
  static PlainConclusion at(
      BidCase bidCase,
      int persons,
      List<CaseAct> acts,
      List<CaseAct> declarations,
      Function<UUID, Evaluation> evaluations,
      Instant t) {
    PlainConclusion plain = new PlainConclusion(bidCase);
    plain.replay(persons, acts, declarations, t);
    plain.conclude(evaluations.apply(plain.evaluation));
    return plain;
  }

  /** Draws the conclusion from determinations that are known to be in force. */
  static PlainConclusion of(Evaluation evaluation, List<Conclusion.InForce> determinations) {
    PlainConclusion plain = new PlainConclusion(new BidCase(null, null, null, null, null, null));
    for (Conclusion.InForce one : determinations) {
      Row row = new Row();
      row.id = one.id();
      row.made =
          new Determination(
              one.rule(), one.pointer(), one.machine(), one.to(), null, null, null, null, null, 1);
      row.pointer = one.pointer();
      row.standing = Standing.IN_FORCE;
      plain.rows.add(row);
    }
    plain.conclude(evaluation);
    return plain;
  }

  // What may be determined.

  /** How many persons it takes to determine an outcome; 0 if it may not be determined. */
  static int persons(Severity severity, Outcome machine, Outcome to) {
    // "ERROR | – | – | never: mend the rule set, evaluate again"
    if (machine == Outcome.ERROR) {
      return 0;
    }
    // "any | same (remark) | 1"
    if (to == machine) {
      return 1;
    }
    // "INAPPLICABLE, advisory, context | remark only"
    if (machine == Outcome.INAPPLICABLE
        || severity == Severity.ADVISORY
        || severity == Severity.CONTEXT) {
      return 0;
    }
    // "REVIEW (required or judged) | PASS, FAIL | 1; 2 if FAIL on a required rule"
    if (machine == Outcome.REVIEW && to == Outcome.PASS) {
      return 1;
    }
    if (machine == Outcome.REVIEW && to == Outcome.FAIL) {
      return severity == Severity.REQUIRED ? 2 : 1;
    }
    // "INCOMPLETE | PASS | 2", "INCOMPLETE | FAIL | 2"
    if (machine == Outcome.INCOMPLETE && (to == Outcome.PASS || to == Outcome.FAIL)) {
      return 2;
    }
    // "FAIL | PASS | 2", "PASS | FAIL | 2"
    if (machine == Outcome.FAIL && to == Outcome.PASS) {
      return 2;
    }
    if (machine == Outcome.PASS && to == Outcome.FAIL) {
      return 2;
    }
    // "anything else is 422"
    return 0;
  }

  // "State at instant t = f(rows, current evaluation, t)".

  private void replay(int persons, List<CaseAct> acts, List<CaseAct> declarations, Instant t) {
    int declared = 0;
    for (CaseAct act : acts) {
      if (act.at().isAfter(t)) {
        break;
      }
      while (declared < declarations.size() && !declarations.get(declared).at().isAfter(act.at())) {
        declare(declarations.get(declared));
        declared++;
      }
      expire(act.at());
      follow(act, persons);
    }
    while (declared < declarations.size() && !declarations.get(declared).at().isAfter(t)) {
      declare(declarations.get(declared));
      declared++;
    }
    expire(t);
  }

  private void follow(CaseAct act, int persons) {
    if (act.body() instanceof Determination made) {
      determine(act, made, persons);
    } else if (act.body() instanceof ActBody.Confirm answer) {
      confirm(act, answer);
    } else if (act.body() instanceof ActBody.Withdraw withdrawn) {
      withdraw(withdrawn.of());
    } else if (act.body() instanceof ActBody.Recuse recused) {
      // Somebody keeps away at once if she says so herself, otherwise when it is decided.
      if (act.by() == recused.person()) {
        recuse(recused.person());
      } else {
        asked.put(act.id(), recused);
      }
    } else if (act.body() instanceof ActBody.DecideRecusal decided) {
      ActBody.Recuse recused = asked.remove(decided.of());
      if (recused != null && decided.yes()) {
        recuse(recused.person());
      }
    } else if (act.body() instanceof Reply reply) {
      reply(reply);
    }
  }

  private void determine(CaseAct act, Determination made, int persons) {
    Row row = new Row();
    row.id = act.id();
    row.made = made;
    row.persons = Math.max(persons, made.persons());
    row.pointer = made.pointer();
    row.expires = made.expires();
    row.inIt.add(act.by());
    if (act.onBehalfOf() != null) {
      row.inIt.add(act.onBehalfOf());
    }
    rows.add(row);
    // "In force only if proposed, confirmed where P = 2".
    if (row.persons == 1) {
      takeEffect(row);
    }
  }

  private void confirm(CaseAct act, ActBody.Confirm answer) {
    Row row = row(answer.of());
    if (row == null || row.standing != Standing.PROPOSED) {
      return;
    }
    // "P = persons needed (proposer + confirmer, never the same)".
    if (row.inIt.contains(act.by())
        || act.onBehalfOf() != null && row.inIt.contains(act.onBehalfOf())) {
      return;
    }
    row.inIt.add(act.by());
    if (act.onBehalfOf() != null) {
      row.inIt.add(act.onBehalfOf());
    }
    if (!answer.yes()) {
      row.standing = Standing.DECLINED;
      return;
    }
    // Confirmation: "shorter expiry".
    if (answer.expires() != null
        && (row.expires == null || answer.expires().isBefore(row.expires))) {
      row.expires = answer.expires();
    }
    takeEffect(row);
  }

  /** "At most one in force per (case, rule, pointer)." */
  private void takeEffect(Row row) {
    for (Row other : rows) {
      if (other.standing == Standing.IN_FORCE
          && other.made.rule().equals(row.made.rule())
          && Objects.equals(other.pointer, row.pointer)) {
        other.standing = Standing.SUPERSEDED;
      }
    }
    row.standing = Standing.IN_FORCE;
  }

  /** "A reopened determination is made again or withdrawn first": that one, too, can end so. */
  private void withdraw(UUID of) {
    Row row = row(of);
    if (row != null
        && (row.standing == Standing.PROPOSED
            || row.standing == Standing.IN_FORCE
            || row.standing == Standing.REOPENED)) {
      row.standing = Standing.WITHDRAWN;
    }
  }

  /** "Nobody in it recused since." */
  private void recuse(long person) {
    for (Row row : rows) {
      if (isAlive(row) && row.inIt.contains(person)) {
        row.standing = Standing.REOPENED;
        row.cause = "recusal";
      }
    }
  }

  private void declare(CaseAct act) {
    expire(act.at());
    for (ActBody.Declare.Except except : ((ActBody.Declare) act.body()).except()) {
      if (except.of().equals(bidCase.id())) {
        recuse(act.by());
      }
    }
  }

  /** "Basis equal"; the reply says of each determination whether it is. */
  private void reply(Reply reply) {
    evaluation = reply.evaluation();
    for (Reply.Carried carried : reply.carried()) {
      Row row = row(carried.of());
      if (isAlive(row)) {
        row.pointer = carried.pointer();
      }
    }
    for (Reply.Reopened reopened : reply.reopened()) {
      Row row = row(reopened.of());
      if (isAlive(row)) {
        row.standing = Standing.REOPENED;
        row.cause = reopened.cause();
      }
    }
  }

  /** "t < expires". */
  private void expire(Instant t) {
    for (Row row : rows) {
      if (isAlive(row) && row.expires != null && !t.isBefore(row.expires)) {
        row.standing = Standing.EXPIRED;
      }
    }
  }

  private static boolean isAlive(Row row) {
    return row.standing == Standing.PROPOSED || row.standing == Standing.IN_FORCE;
  }

  private Row row(UUID id) {
    for (Row row : rows) {
      if (row.id.equals(id)) {
        return row;
      }
    }
    return null;
  }

  // The conclusion.

  private void conclude(Evaluation of) {
    for (Row row : rows) {
      standings.put(row.id, row.standing);
      causes.put(row.id, row.cause);
      expiries.put(row.id, row.expires);
      if (row.standing == Standing.IN_FORCE) {
        inForce.add(row.id);
      }
    }
    Map<String, Outcome> machine = new LinkedHashMap<>();
    for (Finding finding : of.findings()) {
      machine.put(finding.rule().id(), finding.outcome());
      counted.put(finding.rule().id(), counted(finding));
    }
    verdict = Verdict.MET;
    conclusion = Verdict.MET;
    for (String id : of.ruleSet().requirements()) {
      List<Finding> on = new ArrayList<>();
      for (Finding finding : of.findings()) {
        if (finding.rule().requirement().equals(id)) {
          on.add(finding);
        }
      }
      Verdict before = fold(on, machine);
      Verdict after = fold(on, counted);
      requirements.add(new OnRequirement(id, before, after, changing(on)));
      // "The bid's verdict is the worst of its requirements and of the required rules that belong
      // to none."
      verdict = worse(verdict, before);
      conclusion = worse(conclusion, after);
    }
    List<Finding> elsewhere = new ArrayList<>();
    for (Finding finding : of.findings()) {
      if (!of.ruleSet().requirements().contains(finding.rule().requirement())
          && finding.rule().severity() == Severity.REQUIRED) {
        elsewhere.add(finding);
        verdict = worse(verdict, alone(machine.get(finding.rule().id())));
        conclusion = worse(conclusion, alone(counted.get(finding.rule().id())));
      }
    }
    changedBy.addAll(changing(elsewhere));
    judge(of);
  }

  /**
   * "With the place outcomes of required findings replaced by the determination in force"; "a
   * determination on a judged finding changes nothing".
   */
  private Outcome counted(Finding finding) {
    if (finding.rule().severity() != Severity.REQUIRED) {
      return finding.outcome();
    }
    // "Of several places the worst speaks for the rule: error, fail, incomplete, review, pass.
    // Never examined: inapplicable."
    Outcome worst = Outcome.INAPPLICABLE;
    for (Finding.At place : finding.places()) {
      Outcome outcome = place.outcome();
      Row ofPlace = counting(finding, place.pointer());
      Row ofWhole = counting(finding, null);
      if (ofPlace != null) {
        outcome = ofPlace.made.to();
      } else if (ofWhole != null) {
        outcome = ofWhole.made.to();
      }
      worst = worse(worst, outcome);
    }
    return worst;
  }

  /** The determination in force of a place that is no remark: a remark changes nothing. */
  private Row counting(Finding finding, String pointer) {
    for (Row row : rows) {
      if (row.standing == Standing.IN_FORCE
          && row.made.rule().equals(finding.rule().id())
          && Objects.equals(row.pointer, pointer)
          && row.made.to() != row.made.machineOutcome()) {
        return row;
      }
    }
    return null;
  }

  private List<UUID> changing(List<Finding> findings) {
    List<UUID> changing = new ArrayList<>();
    for (Row row : rows) {
      for (Finding finding : findings) {
        if (row.standing == Standing.IN_FORCE
            && finding.rule().severity() == Severity.REQUIRED
            && finding.rule().id().equals(row.made.rule())
            && row.made.to() != row.made.machineOutcome()) {
          changing.add(row.id);
        }
      }
    }
    // They are told by their ids.
    changing.sort(null);
    return changing;
  }

  private static Verdict fold(List<Finding> findings, Map<String, Outcome> outcomes) {
    boolean fails = false;
    boolean isOpen = false;
    boolean hasRequired = false;
    boolean applied = false;
    boolean hasJudged = false;
    boolean stated = false;
    for (Finding finding : findings) {
      Outcome outcome = outcomes.get(finding.rule().id());
      if (finding.rule().severity() == Severity.REQUIRED) {
        hasRequired = true;
        // "NOT_MET if a required rule of it fails"
        if (outcome == Outcome.FAIL) {
          fails = true;
        }
        // "else OPEN if one is incomplete, for review or in error"
        if (outcome == Outcome.INCOMPLETE
            || outcome == Outcome.REVIEW
            || outcome == Outcome.ERROR) {
          isOpen = true;
        }
        if (outcome != Outcome.INAPPLICABLE) {
          applied = true;
        }
      }
      if (finding.rule().severity() == Severity.JUDGED) {
        hasJudged = true;
        // "or if a judged rule that says so is incomplete"; in error it has stated nothing either
        if ((outcome == Outcome.INCOMPLETE || outcome == Outcome.ERROR)
            && finding.rule().blank() == Blank.OPEN) {
          isOpen = true;
        }
        if (outcome == Outcome.REVIEW) {
          stated = true;
        }
      }
    }
    if (fails) {
      return Verdict.NOT_MET;
    }
    if (isOpen) {
      return Verdict.OPEN;
    }
    // "else MET: if it has required rules, each gave an outcome and at least one applied"
    if (hasRequired) {
      return applied ? Verdict.MET : Verdict.OPEN;
    }
    // "if it has judged rules alone, at least one was stated"
    if (hasJudged) {
      return stated ? Verdict.MET : Verdict.OPEN;
    }
    // "A requirement that no rule reads is OPEN."
    return Verdict.OPEN;
  }

  /** What a required rule that belongs to no requirement makes of the bid. */
  private static Verdict alone(Outcome outcome) {
    if (outcome == Outcome.FAIL) {
      return Verdict.NOT_MET;
    }
    if (outcome == Outcome.PASS || outcome == Outcome.INAPPLICABLE) {
      return Verdict.MET;
    }
    return Verdict.OPEN;
  }

  /** "It is listed beside: 3 judged, 1 great, 1 not, 1 open." */
  private void judge(Evaluation of) {
    int great = 0;
    int not = 0;
    int open = 0;
    for (Finding finding : of.findings()) {
      if (finding.rule().severity() != Severity.JUDGED) {
        continue;
      }
      Outcome to = null;
      List<UUID> by = new ArrayList<>();
      for (Row row : rows) {
        if (row.standing == Standing.IN_FORCE
            && row.made.rule().equals(finding.rule().id())
            && row.made.to() != row.made.machineOutcome()) {
          to = to == null ? row.made.to() : worse(to, row.made.to());
          by.add(row.id);
        }
      }
      by.sort(null);
      judgements.add(new Judged(finding.rule().id(), finding.outcome(), to, by));
      if (to == Outcome.PASS) {
        great++;
      } else if (to == Outcome.FAIL) {
        not++;
      } else {
        open++;
      }
    }
    count = new Count(great, not, open);
  }

  private static Outcome worse(Outcome one, Outcome other) {
    List<Outcome> fromWorst =
        List.of(
            Outcome.ERROR,
            Outcome.FAIL,
            Outcome.INCOMPLETE,
            Outcome.REVIEW,
            Outcome.PASS,
            Outcome.INAPPLICABLE);
    return fromWorst.indexOf(one) <= fromWorst.indexOf(other) ? one : other;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    if (one == Verdict.NOT_MET || other == Verdict.NOT_MET) {
      return Verdict.NOT_MET;
    }
    return one == Verdict.OPEN || other == Verdict.OPEN ? Verdict.OPEN : Verdict.MET;
  }
}
