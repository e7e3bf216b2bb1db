package sixones.pages.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import sixones.pages.frame.Option;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.KnownDecision;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.ActKind;
import sixones.proceeding.permission.PossibleGround;

/** Makes the forms of acts, with what was typed in them. */
final class ActForms {
  /** The grounds of a conflict that are offered. */
  static final List<String> CONFLICTS = List.of("own-interest", "kin", "employment", "other");

  private static final int VIEWS = 3;

  private final ReadCase of;
  private final Map<String, String> sent;
  private final Map<String, String> hidden = new LinkedHashMap<>();
  private final List<ActForm.Group> groups = new ArrayList<>();
  private final FormFields fields;

  /**
   * Creates an instance.
   *
   * @param sent what was typed, by name of the field; empty for a form nobody has filled in
   */
  ActForms(ReadCase of, Map<String, String> sent) {
    this.of = of;
    this.sent = sent;
    this.fields = new FormFields(of.language(), sent);
  }

  /** The kinds that have a form of their own here. */
  static boolean isOffered(ActKind kind) {
    return switch (kind) {
      case TAKE,
          DETERMINE,
          LAPSE,
          CLOSE,
          ACCEPT,
          REFUSE,
          PROPOSE,
          DECIDE,
          REOPEN,
          RECUSE,
          DECIDE_RECUSAL,
          LIFT_RECUSAL ->
          true;
      default -> false;
    };
  }

  /**
   * Returns the form of an act.
   *
   * @param grounds on what the bid could be refused
   */
  ActForm form(ActKind kind, List<PossibleGround> grounds) {
    switch (kind) {
      case TAKE -> {}
      case LAPSE -> notice();
      case CLOSE -> {
        notice();
        reasons(true);
      }
      case ACCEPT -> {
        despite(Set.of());
        decided();
      }
      case REFUSE -> {
        grounds(grounds);
        decided();
      }
      case PROPOSE -> {
        listed();
        despite(namedBefore());
        decided();
      }
      case DECIDE -> leaders();
      case REOPEN -> {
        group(fields.select("/ground", options("casework.reopen.", ActBody.Reopen.GROUNDS)));
        reasons(true);
      }
      case RECUSE -> recuse();
      case DECIDE_RECUSAL -> {
        hide("of");
        answer();
        reasons(true);
      }
      case LIFT_RECUSAL -> {
        hide("person");
        reasons(true);
      }
      default -> throw new IllegalArgumentException(kind.id());
    }
    return made(kind, of.address() + "/acts/" + kind.id());
  }

  /** Returns the form that determines a place. */
  ActForm determination(DetermineFields asked) {
    hidden.put("/rule", asked.rule());
    if (asked.pointer() != null) {
      hidden.put("/pointer", asked.pointer());
    }
    groups.addAll(asked.groups(of, fields));
    onBehalfOf();
    return made(ActKind.DETERMINE, of.address() + "/acts/determine#determine");
  }

  /** Returns what was typed about a place that the bid has no more, so that it stays in sight. */
  ActForm gone() {
    hide("rule");
    hide("pointer");
    reasons(true);
    return made(ActKind.DETERMINE, of.address() + "/acts/determine");
  }

  /** Returns the form that answers a proposal. */
  ActForm confirmation(UUID act, boolean expires) {
    hidden.put("/of", act.toString());
    reasons(false);
    if (expires) {
      group(fields.text("/expires"));
    }
    onBehalfOf();
    String address = of.address() + "/proposals/" + act;
    List<Option> answers =
        List.of(
            new Option("yes", of.text("casework.confirm"), true),
            new Option("no", of.text("casework.decline"), false));
    return made(ActKind.CONFIRM, address, answers);
  }

  /** Returns the form that withdraws an act. */
  ActForm withdrawal(UUID act) {
    hidden.put("/of", act.toString());
    reasons(true);
    onBehalfOf();
    return made(ActKind.WITHDRAW, of.address() + "/proposals/" + act);
  }

  private ActForm made(ActKind kind, String address) {
    return made(kind, address, List.of(new Option("", of.text("casework.do." + kind.id()), true)));
  }

  private ActForm made(ActKind kind, String address, List<Option> answers) {
    if (groups.stream().noneMatch(group -> group.fields().stream().anyMatch(this::isPrincipal))) {
      onBehalfOf();
    }
    return new ActForm(
        kind.id(),
        address,
        of.text("casework.do." + kind.id()),
        of.text("casework.how." + kind.id()),
        key(sent),
        String.valueOf(of.view().revision()),
        hidden,
        groups,
        answers,
        null);
  }

  /** Returns the key of what was sent: who sends a form twice does one act. */
  static String key(Map<String, String> sent) {
    String key = sent.getOrDefault("key", "");
    return key.isEmpty() ? UUID.randomUUID().toString() : key;
  }

  private boolean isPrincipal(ActForm.Field field) {
    return field.name().equals("onBehalfOf");
  }

  /** Lets one who has such an authority act for another. */
  private void onBehalfOf() {
    Map<Long, String> principals = of.principals();
    if (!principals.isEmpty()) {
      String chosen = sent.getOrDefault("onBehalfOf", "");
      List<Option> options = new ArrayList<>();
      options.add(new Option("", of.text("casework.own-right"), chosen.isEmpty()));
      principals.forEach(
          (number, name) ->
              options.add(
                  new Option(
                      String.valueOf(number),
                      of.text("casework.on-behalf", Map.of("name", name)),
                      String.valueOf(number).equals(chosen))));
      group(fields.select("onBehalfOf", options));
    }
  }

  private void group(ActForm.Field... of) {
    groups.add(new ActForm.Group(null, List.of(), null, false, false, List.of(of)));
  }

  private void hide(String name) {
    hidden.put("/" + name, sent.getOrDefault("/" + name, sent.getOrDefault(name, "")));
  }

  private void notice() {
    if (!of.view().notices().isEmpty()) {
      IssuedNotice last = of.view().notices().get(of.view().notices().size() - 1);
      hidden.put("/notice", last.id().toString());
    }
  }

  private void reasons(boolean required) {
    groups.add(
        new ActForm.Group(
            of.text(required ? "casework.says.reasons" : "casework.reasons.optional"),
            List.of(of.text("casework.reasons.how")),
            null,
            false,
            false,
            fields.reasons("/reasons")));
  }

  /** What every decision may have besides. */
  private void decided() {
    reasons(false);
    views();
  }

  private void views() {
    List<ActForm.Field> all = new ArrayList<>();
    for (int i = 0; i < VIEWS; i++) {
      all.addAll(fields.reasons("/views/" + i));
    }
    groups.add(
        new ActForm.Group(
            of.text("casework.says.views"),
            List.of(of.text("casework.views.how")),
            null,
            false,
            all.stream().allMatch(field -> field.value().isBlank()),
            all));
  }

  private Set<String> namedBefore() {
    Set<String> named = new java.util.HashSet<>();
    of.view().decisions().stream()
        .filter(one -> !one.superseded())
        .map(KnownDecision::decision)
        .forEach(one -> one.despite().forEach(despite -> named.add(despite.rule())));
    return named;
  }

  private void despite(Set<String> named) {
    List<String> rules =
        of.conclusion().inTheWay().stream()
            .map(finding -> finding.rule().id())
            .filter(rule -> !named.contains(rule))
            .toList();
    ActFields.SentEntries entries = new ActFields.SentEntries(sent, "/despite");
    for (String rule : rules) {
      String at = entries.place(Map.of("rule", rule));
      hidden.put(at + "/rule", rule);
      groups.add(
          new ActForm.Group(
              of.text("casework.despite", Map.of("rule", of.rule(rule))),
              List.of(of.text("casework.despite.how")),
              null,
              false,
              false,
              fields.reasons(at + "/reasons")));
    }
    gone(entries);
  }

  /** What was typed for something that is in the form no more stays in sight. */
  private void gone(ActFields.SentEntries entries) {
    List<String> typed = entries.typedElsewhere();
    if (!typed.isEmpty()) {
      groups.add(
          new ActForm.Group(of.text("casework.typed"), typed, null, false, false, List.of()));
    }
  }

  private void grounds(List<PossibleGround> grounds) {
    ActFields.SentEntries entries = new ActFields.SentEntries(sent, "/grounds");
    for (PossibleGround ground : grounds) {
      String at = entries.place(Map.of("rule", ground.rule().id(), "pointer", ground.pointer()));
      hidden.put(at + "/rule", ground.rule().id());
      hidden.put(at + "/pointer", ground.pointer());
      List<ActForm.Field> more = new ArrayList<>();
      String says;
      if (ground.toldIn() != null) {
        says =
            of.text(
                "casework.ground.told",
                Map.of("number", of.act(ground.toldIn()).map(one -> one.seq()).orElse(0L)));
      } else if (ground.late()) {
        says = of.text("casework.ground.is-late");
        more.addAll(fields.reasons(at + "/late"));
      } else {
        says = of.text("casework.ground.untold");
        more.addAll(fields.reasons(at + "/notMendable"));
      }
      groups.add(
          new ActForm.Group(
              of.rule(ground.rule().id()) + " – " + of.place(ground.pointer()),
              List.of(says),
              ActFields.PICK + at,
              sent.containsKey(ActFields.PICK + at),
              false,
              more));
    }
    gone(entries);
  }

  private void listed() {
    group(
        fields.choice(
            "/listed",
            List.of(
                new Option("yes", of.text("casework.listed.yes"), false),
                new Option("no", of.text("casework.listed.no"), false))));
  }

  private void leaders() {
    listed();
    group(
        fields.text("/leaders/body"), fields.text("/leaders/day"), fields.text("/leaders/minutes"));
    decided();
  }

  private void answer() {
    group(
        fields.choice(
            "/answer",
            List.of(
                new Option("yes", of.text("casework.recusal.yes"), false),
                new Option("no", of.text("casework.recusal.no"), false))));
  }

  private void recuse() {
    List<Option> officers = new ArrayList<>();
    officers.add(new Option(String.valueOf(of.self()), of.text("casework.myself"), true));
    of.officers().entrySet().stream()
        .filter(officer -> officer.getKey() != of.self())
        .forEach(
            officer ->
                officers.add(
                    new Option(String.valueOf(officer.getKey()), officer.getValue(), false)));
    group(
        fields.select("/person", officers),
        fields.select("/ground", options("casework.ground.", CONFLICTS)));
    reasons(true);
  }

  private List<Option> options(String keys, List<String> ids) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", of.text("casework.choose"), true));
    ids.forEach(id -> options.add(new Option(id, of.text(keys + id), false)));
    return options;
  }
}
