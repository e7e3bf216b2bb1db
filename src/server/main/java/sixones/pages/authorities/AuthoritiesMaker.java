package sixones.pages.authorities;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import sixones.casework.OfficePowers;
import sixones.pages.frame.Moments;
import sixones.pages.frame.Option;
import sixones.pages.frame.PageWords;
import sixones.people.Role;
import sixones.proceeding.Authorities;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.GivenReasons;
import sixones.proceeding.act.Power;
import sixones.report.Column;
import sixones.report.Language;
import sixones.report.Problem;

/**
 * Makes the page of authorities for a reader.
 *
 * @param reader the reader's number
 * @param rounds the names of the rounds, by id
 * @param sent what was typed, if that was refused
 * @param problem why it was refused; null if nothing was
 */
record AuthoritiesMaker(
    OfficePowers.Listed listed,
    Role role,
    long reader,
    LocalDate today,
    Map<UUID, String> rounds,
    Map<String, String> sent,
    Problem problem,
    Language language) {
  /** The fields of the form, in the order of the page. */
  private static final List<String> FIELDS =
      List.of("person", "acts", "round", "from", "last", "document");

  AuthoritiesView view() {
    List<AuthorityRow> rows = new ArrayList<>();
    listed.authorities().all().forEach(given -> rows.add(0, row(given)));
    boolean isOfficer = role == Role.OFFICER;
    boolean gives = isOfficer || role == Role.ADMIN;
    Set<Power> own = own();
    return new AuthoritiesView(
        rows,
        missing(),
        gives ? form("give", Set.of(Power.values())) : null,
        isOfficer && !own.isEmpty() ? form("delegate", own) : null,
        isOfficer && own.isEmpty() ? text("authorities.delegate.none") : null,
        problem == null ? null : refusal());
  }

  private String missing() {
    int officers = listed.officers().size();
    return officers >= 2 ? null : text("authorities.missing." + officers);
  }

  /** Returns what the reader may do in her own right, in some round. */
  private Set<Power> own() {
    Set<Power> own = new HashSet<>();
    for (Authorities.Given given : listed.authorities().all()) {
      ActBody.GiveAuthority authority = given.authority();
      if (authority.person() == reader && authority.principal() == null && isInForce(given)) {
        own.addAll(authority.powers());
      }
    }
    return own;
  }

  private boolean isInForce(Authorities.Given given) {
    ActBody.GiveAuthority of = given.authority();
    return given.isConfirmed()
        && given.endedAt() == null
        && !today.isBefore(of.from())
        && (of.until() == null || today.isBefore(of.until()));
  }

  private AuthorityRow row(Authorities.Given given) {
    ActBody.GiveAuthority authority = given.authority();
    String state = state(given);
    String id = given.id().toString();
    return new AuthorityRow(
        id,
        text("authorities.state." + state),
        switch (state) {
          case "in-force" -> "good";
          case "pending", "to-come" -> "open";
          default -> "calm";
        },
        name(authority.person()),
        authority.principal() == null ? null : name(authority.principal()),
        powers(authority.powers()),
        authority.round() == null ? text("authorities.round.all") : round(authority.round()),
        days(authority),
        Column.harmless(authority.document()),
        steps(given),
        state.equals("pending") ? answer(given) : null,
        given.endedAt() == null && !state.equals("declined") && role != Role.AUDITOR
            ? form("end", id, null)
            : null);
  }

  private String state(Authorities.Given given) {
    ActBody.GiveAuthority authority = given.authority();
    if (given.endedAt() != null) {
      return "ended";
    }
    if (given.answer() == null) {
      return "pending";
    }
    if (!given.isConfirmed()) {
      return "declined";
    }
    if (today.isBefore(authority.from())) {
      return "to-come";
    }
    if (!isInForce(given)) {
      return "over";
    }
    boolean rests =
        authority.principal() != null
            && authority.powers().stream()
                .noneMatch(
                    power ->
                        listed
                            .authorities()
                            .own(authority.principal(), power, authority.round())
                            .isPresent());
    return rests ? "rests" : "in-force";
  }

  private AuthorityRow.Form answer(Authorities.Given given) {
    return form("answer", given.id().toString(), whyNot(given).map(this::text).orElse(null));
  }

  /** Returns why the reader cannot answer, as a key; empty if she can. */
  private Optional<String> whyNot(Authorities.Given given) {
    ActBody.GiveAuthority authority = given.authority();
    Set<Long> others = new HashSet<>(listed.officers().keySet());
    others.remove(given.given().by());
    others.remove(authority.person());
    others.remove(authority.principal());
    if (others.isEmpty()) {
      return Optional.of("authorities.why.nobody");
    }
    if (role != Role.OFFICER) {
      return Optional.of("authorities.why.officer");
    }
    if (authority.person() == reader) {
      return Optional.of("authorities.why.beneficiary");
    }
    boolean isHers =
        given.given().by() == reader
            || authority.principal() != null && authority.principal() == reader;
    return isHers ? Optional.of("authorities.why.same-person") : Optional.empty();
  }

  private AuthorityRow.Form form(String act, String of, String why) {
    boolean isSent = problem != null && act.equals(act(sent)) && of.equals(sent.get("of"));
    return new AuthorityRow.Form(
        isSent ? key(sent) : UUID.randomUUID().toString(),
        isSent ? sent.getOrDefault("reasons", "") : "",
        isSent,
        why);
  }

  /** Returns the form that was sent. */
  static String act(Map<String, String> sent) {
    return sent.getOrDefault("form", "");
  }

  /** Returns the key of what was sent: who sends a form twice does one act. */
  static String key(Map<String, String> sent) {
    String key = sent.getOrDefault("key", "");
    return key.isEmpty() ? UUID.randomUUID().toString() : key;
  }

  private AuthorityForm form(String act, Set<Power> possible) {
    boolean isSent = problem != null && act.equals(act(sent));
    Map<String, String> typed = isSent ? sent : Map.of("from", today.toString());
    List<Option> people = new ArrayList<>();
    people.add(new Option("", text("authorities.choose"), !typed.containsKey("person")));
    listed
        .officers()
        .forEach(
            (number, name) -> {
              if (act.equals("give") || number != reader) {
                String value = number.toString();
                people.add(new Option(value, name, value.equals(typed.get("person"))));
              }
            });
    List<Option> powers =
        Stream.of(Power.values())
            .filter(possible::contains)
            .map(power -> option(power, typed))
            .toList();
    List<Option> choices = new ArrayList<>();
    choices.add(new Option("", text("authorities.round.all"), !typed.containsKey("round")));
    rounds.forEach(
        (id, name) ->
            choices.add(new Option(id.toString(), name, id.toString().equals(typed.get("round")))));
    return new AuthorityForm(
        act,
        isSent ? key(sent) : UUID.randomUUID().toString(),
        people,
        powers,
        choices,
        typed,
        isSent ? faults() : Map.of());
  }

  private Option option(Power power, Map<String, String> typed) {
    boolean isTicked = typed.containsKey("acts-" + power.id());
    return new Option(power.id(), text("authorities.power." + power.id()), isTicked);
  }

  private Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Problem.Error error : problem.errors()) {
      faults.merge(field(error), error.detail(), (one, more) -> one + " " + more);
    }
    return faults;
  }

  private static String field(Problem.Error error) {
    String pointer = error.pointer() == null ? "" : error.pointer();
    String first = pointer.isEmpty() ? "" : pointer.substring(1).split("/")[0];
    return first.equals("until") ? "last" : first;
  }

  private AuthoritiesView.Refusal refusal() {
    List<AuthoritiesView.Link> links = new ArrayList<>();
    String act = act(sent);
    for (Problem.Error error : problem.errors()) {
      String field = field(error);
      if (FIELDS.contains(field)) {
        links.add(
            new AuthoritiesView.Link(
                act + "-" + field, text("authorities.field." + field), error.detail()));
      } else if (field.equals("reasons") || field.equals("answer")) {
        String id = act + "-" + sent.get("of");
        links.add(new AuthoritiesView.Link(id, text("authorities.reasons"), error.detail()));
      } else {
        links.add(new AuthoritiesView.Link(null, null, error.detail()));
      }
    }
    return new AuthoritiesView.Refusal(problem.title(), problem.detail(), links);
  }

  private List<String> steps(Authorities.Given given) {
    List<String> steps = new ArrayList<>();
    steps.add(step("given", given.given().by(), Moments.exact(given.given().at(), language)));
    if (given.answer() != null) {
      ActBody.Confirm answer = (ActBody.Confirm) given.answer().body();
      String step =
          step(
              answer.yes() ? "confirmed" : "declined",
              given.answer().by(),
              Moments.exact(given.answer().at(), language));
      steps.add(step + (answer.reasons() == null ? "" : " " + reasons(answer)));
    }
    if (given.endedAt() != null) {
      steps.add(
          PageWords.in(language)
              .text(
                  "authorities.step.ended",
                  Map.of("at", Moments.exact(given.endedAt(), language))));
    }
    return steps;
  }

  private String reasons(ActBody.Confirm answer) {
    GivenReasons reasons = answer.reasons();
    boolean inEnglish = language == Language.EN && reasons.en() != null || reasons.zh() == null;
    return Column.harmless(inEnglish ? reasons.en() : reasons.zh());
  }

  private String step(String step, long by, String at) {
    return PageWords.in(language)
        .text("authorities.step." + step, Map.of("person", name(by), "at", at));
  }

  private String days(ActBody.GiveAuthority authority) {
    TextNode from = TextNode.valueOf(authority.from().toString());
    if (authority.until() == null) {
      return PageWords.in(language).text("authorities.days.from", Map.of("from", from));
    }
    TextNode last = TextNode.valueOf(authority.until().minusDays(1).toString());
    return PageWords.in(language).text("authorities.days", Map.of("from", from, "last", last));
  }

  private String powers(List<Power> powers) {
    List<String> words = new ArrayList<>();
    powers.forEach(power -> words.add(text("authorities.power." + power.id())));
    return String.join(text("authorities.and"), words);
  }

  private String round(UUID id) {
    return rounds.getOrDefault(id, id.toString());
  }

  private String name(long number) {
    String name = listed.names().getOrDefault(number, listed.officers().get(number));
    return name == null ? text("authorities.somebody") : name;
  }

  private String text(String key) {
    return PageWords.in(language).text(key);
  }

  /** Returns the first day on which an authority no more holds, of its last day as typed. */
  static String until(String last) {
    String day = Moments.day(last);
    try {
      return LocalDate.parse(day).plusDays(1).toString();
    } catch (DateTimeParseException e) {
      return day;
    }
  }
}
