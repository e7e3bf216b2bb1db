package sixones.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sixones.Fixtures;
import sixones.finding.Finding;
import sixones.letter.FrozenLetter;
import sixones.letter.LetterRendering;
import sixones.letter.LettersInTests;
import sixones.paper.Typesetter;
import sixones.proceeding.CaseFold;
import sixones.proceeding.CaseInTests;
import sixones.proceeding.CaseView;
import sixones.proceeding.EvaluatedInTests;
import sixones.proceeding.act.ActReader;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.conclusion.Determinable;
import sixones.proceeding.conclusion.Examined;
import sixones.report.Language;
import sixones.rule.Outcome;

/** What a case costs without a database, against the bounds of the design; run by dev/bench. */
class CaseFigures {
  private static final int DETERMINATIONS = 200;
  private static final int MANY_ACTS = 100_000;

  @Test
  void a_case_of_200_determinations() throws Exception {
    CaseInTests one = determined();
    Examined examined = one.examined();
    CaseView view = one.view();
    assertThat(view.inForce()).hasSize(DETERMINATIONS);

    double conclusion = Figure.millis(200, () -> view.conclusion(examined.evaluation()));
    double fold = Figure.millis(200, one::view);
    double read = Figure.millis(20, () -> read(one.acts));
    new Figure("case: conclusion with 200 determinations", conclusion, 1, "ms").tell();
    new Figure("case: with the fold of its acts", conclusion + fold, 1, "ms").tell();
    System.out.printf(
        "case:   reading its %d acts from JSON besides %.3f ms%n", one.acts.size(), read);
    Instant middle = one.acts.get(one.acts.size() / 2).at();
    double past = Figure.millis(200, () -> one.viewAt(middle).conclusion(examined.evaluation()));
    new Figure("case: the past beside the present", past / (conclusion + fold), 2, "x ").tell();
  }

  @Test
  void a_hundred_thousand_acts() throws Exception {
    CaseInTests one = determined();
    int cases = MANY_ACTS / one.acts.size() + 1;
    double many =
        Figure.millis(
            1,
            () -> {
              long acts = 0;
              for (int i = 0; i < cases; i++) {
                acts += one.view().revision();
              }
              return acts;
            });
    List<CaseAct> all = new ArrayList<>(one.acts);
    while (all.size() < MANY_ACTS) {
      CaseAct again = one.acts.get(1 + all.size() % (one.acts.size() - 1));
      all.add(
          CaseAct.of(
              all.size() + 1, one.id(), again.body(), again.by(), null, null, one.now, null));
    }
    double single =
        Figure.millis(
            1,
            () ->
                CaseFold.at(one.bidCase, one.settings, all, one.declarations, one.now)
                    .determinations());
    new Figure("case: 100,000 acts folded, of many cases", many / 1000, 1, "s ").tell();
    new Figure("case: 100,000 acts folded, of one case", single / 1000, 1, "s ").tell();
  }

  @Test
  void letters() throws Exception {
    Typesetter typesetter = new Typesetter(null);
    FrozenLetter frozen = FrozenLetter.of(LettersInTests.correction(), typesetter);
    double docx = Figure.millis(50, () -> new LetterRendering(frozen, Language.ZH_CN).docx());
    double pdf =
        Figure.millis(1, () -> new LetterRendering(frozen, Language.ZH_CN).pdf(typesetter));
    new Figure("case: a letter as DOCX", docx, 5, "ms").tell();
    new Figure("case: a letter as PDF", pdf / 1000, 1, "s ").tell();
  }

  /** A case whose officers determined so many places, each as it may be. */
  private static CaseInTests determined() {
    CaseInTests one = CaseInTests.of(EvaluatedInTests.of(large()));
    one.take(1);
    int made = 0;
    for (Finding finding : one.examined().evaluation().findings()) {
      for (Finding.At place : finding.places()) {
        if (made < DETERMINATIONS) {
          Outcome to =
              Determinable.possible(finding.rule().severity(), place.outcome()).stream()
                  .filter(each -> each == Outcome.PASS)
                  .findFirst()
                  .orElse(place.outcome());
          one.later(Duration.ofMinutes(1));
          var act =
              one.act(
                  1,
                  one.determination(
                      finding.rule().id(), place.pointer(), to.name(), CaseInTests.SEEN));
          if (one.view().pending().contains(act)) {
            one.confirm(2, act);
          }
          made++;
        }
      }
    }
    return one;
  }

  /** A bid with as many entries in each of its lists as make enough places. */
  private static ObjectNode large() {
    ObjectNode bid = Fixtures.compliant();
    bid.fields()
        .forEachRemaining(
            member -> {
              if (member.getValue() instanceof ArrayNode list && !list.isEmpty()) {
                JsonNode first = list.get(0);
                while (list.size() < 6) {
                  list.add(first.deepCopy());
                }
              }
            });
    return bid;
  }

  private static List<CaseAct> read(List<CaseAct> acts) {
    List<CaseAct> read = new ArrayList<>(acts.size());
    for (CaseAct act : acts) {
      read.add(
          new CaseAct(
              act.seq(),
              act.id(),
              ActReader.kept(act.kind(), act.json()),
              act.json(),
              act.digest(),
              act.by(),
              act.onBehalfOf(),
              act.authority(),
              act.at(),
              act.key()));
    }
    return read;
  }
}
