package sixones.pages.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sixones.finding.Finding;
import sixones.pages.frame.Option;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.ReasonCode;
import sixones.proceeding.conclusion.Bases;
import sixones.proceeding.conclusion.Determinable;
import sixones.rule.Outcome;
import sixones.rule.Severity;

/**
 * The fields of a determination of one place.
 *
 * @param pointer the place; null for the whole finding
 */
record DetermineFields(String rule, String pointer) {
  private static final int CITATIONS = 2;
  private static final int DOCUMENTS = 2;
  private static final int MOST_LOOKED_AT = 200;

  /** Returns whether the case has such a place. */
  boolean isThere(ReadCase of) {
    return of.examined().finding(rule) != null
        && (pointer == null || of.examined().place(rule, pointer) != null);
  }

  List<ActForm.Group> groups(ReadCase of, FormFields fields) {
    Finding finding = of.examined().finding(rule);
    Outcome machine =
        pointer == null ? finding.outcome() : of.examined().place(rule, pointer).outcome();
    List<ActForm.Group> groups = new ArrayList<>();
    groups.add(plain(List.of(to(of, fields, finding.rule().severity(), machine))));
    groups.add(plain(List.of(code(of, fields))));
    groups.add(
        new ActForm.Group(
            of.text("casework.says.reasons"),
            List.of(of.text("casework.reasons.how")),
            null,
            false,
            false,
            fields.reasons("/reasons")));
    groups.add(citations(of, fields));
    groups.add(documents(of, fields));
    groups.add(lookedAt(of, fields));
    notice(of, fields, machine, groups);
    groups.add(plain(List.of(fields.text("/expires"))));
    return groups;
  }

  private static ActForm.Group plain(List<ActForm.Field> fields) {
    return new ActForm.Group(null, List.of(), null, false, false, fields);
  }

  private static ActForm.Field to(
      ReadCase of, FormFields fields, Severity severity, Outcome machine) {
    List<Outcome> possible = Determinable.possible(severity, machine);
    List<Option> options = new ArrayList<>();
    for (Outcome to : possible) {
      boolean isRemark = to == machine;
      String word =
          isRemark ? of.text("casework.remark") : of.messages().text("outcome." + to.name());
      int persons = Determinable.persons(severity, machine, to);
      String label =
          of.text("casework.to", Map.of("outcome", word, "persons", Math.max(persons, 1)));
      options.add(new Option(to.name(), label, possible.size() == 1));
    }
    return fields.choice("/to", options);
  }

  private static ActForm.Field code(ReadCase of, FormFields fields) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", of.text("casework.choose"), true));
    for (ReasonCode code : ReasonCode.values()) {
      options.add(new Option(code.id(), of.text("casework.code." + code.id()), false));
    }
    return fields.select("/reasonCode", options);
  }

  private ActForm.Group citations(ReadCase of, FormFields fields) {
    ActWords words = new ActWords(of);
    List<Option> options = new ArrayList<>();
    options.add(new Option("", "–", true));
    of.examined()
        .ruleSet()
        .citations()
        .keySet()
        .forEach(id -> options.add(new Option(id, words.passage(id), false)));
    List<ActForm.Field> all = new ArrayList<>();
    for (int i = 0; i < CITATIONS; i++) {
      all.add(fields.select("/citations/" + i, options));
    }
    return folded(
        of.text("casework.says.citations"), of.text("casework.citations.how"), all, fields);
  }

  private static ActForm.Group documents(ReadCase of, FormFields fields) {
    List<ActForm.Field> all = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      all.add(fields.text("/evidence/" + i + "/title"));
      all.add(fields.text("/evidence/" + i + "/sha256"));
      all.add(fields.text("/evidence/" + i + "/address"));
    }
    return folded(of.text("casework.says.evidence"), of.text("casework.evidence.how"), all, fields);
  }

  private static ActForm.Group folded(
      String legend, String how, List<ActForm.Field> all, FormFields fields) {
    return new ActForm.Group(legend, List.of(how), null, false, !fields.isSent(), all);
  }

  private ActForm.Group lookedAt(ReadCase of, FormFields fields) {
    List<String> usual = Bases.lookedAt(of.examined(), rule, pointer);
    Set<String> places = new LinkedHashSet<>(usual);
    for (Map.Entry<String, JsonNode> member : of.examined().bid().properties()) {
      String at = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      if (member.getValue().isArray()) {
        for (int i = 0; i < member.getValue().size(); i++) {
          places.add(at + "/" + i);
        }
      } else if (member.getValue().isObject()) {
        places.add(at);
      }
    }
    List<ActForm.Field> boxes = new ArrayList<>();
    for (String place : places) {
      if (boxes.size() < MOST_LOOKED_AT) {
        String name = "/lookedAt/" + boxes.size();
        boolean ticked =
            fields.isSent() ? fields.hasEntry("/lookedAt", place) : usual.contains(place);
        boxes.add(fields.box(name, place, of.place(place), ticked));
      }
    }
    return folded(
        of.text("casework.says.lookedAt"), of.text("casework.looked-at.how"), boxes, fields);
  }

  /** What was asked for and never came may be failed, naming the notice. */
  private void notice(ReadCase of, FormFields fields, Outcome machine, List<ActForm.Group> groups) {
    List<IssuedNotice> lapsed =
        of.view().notices().stream()
            .filter(one -> one.progress() == IssuedNotice.Progress.LAPSED)
            .filter(one -> one.tells(rule, pointer))
            .toList();
    if (machine == Outcome.INCOMPLETE && !lapsed.isEmpty()) {
      List<Option> options = new ArrayList<>();
      options.add(new Option("", "–", true));
      for (IssuedNotice one : lapsed) {
        options.add(
            new Option(
                one.id().toString(),
                of.text("casework.notice", Map.of("number", one.act().seq())),
                false));
      }
      groups.add(plain(List.of(fields.select("/notice", options))));
    }
  }
}
