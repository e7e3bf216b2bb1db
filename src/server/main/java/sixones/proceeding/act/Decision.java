package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A decision: to accept, to refuse, to propose or not, or what the leaders decided.
 *
 * @param kind {@code ACCEPT}, {@code REFUSE}, {@code PROPOSE} or {@code DECIDE}
 * @param listed for a proposal or the leaders' decision: whether the bid is to be listed; else null
 * @param grounds of a refusal; else empty
 * @param despite what stands against the decision, and why it is taken all the same
 * @param leaders who decided; null unless the leaders did
 * @param views views that differ, as they were
 * @param reasons null if none are given
 */
public record Decision(
    ActKind kind,
    Boolean listed,
    List<Ground> grounds,
    List<Despite> despite,
    Leaders leaders,
    List<GivenReasons> views,
    GivenReasons reasons)
    implements ActBody {

  /**
   * A ground of a refusal.
   *
   * @param pointer the place; null for the whole finding
   * @param notMendable why it could not have been mended; null if a notice told it
   * @param late why it counts although it was there and was not told; null if it is not late
   */
  public record Ground(String rule, String pointer, GivenReasons notMendable, GivenReasons late) {
    ObjectNode json() {
      return new BodyWriter()
          .put("rule", rule)
          .put("pointer", pointer)
          .put("notMendable", notMendable)
          .put("late", late)
          .node();
    }
  }

  /** A rule that holds the bid up, and why the decision is taken all the same. */
  public record Despite(String rule, GivenReasons reasons) {}

  /**
   * Who decided, from the minutes.
   *
   * @param minutes the number of the minutes
   */
  public record Leaders(String body, LocalDate day, String minutes) {}

  public Decision {
    grounds = List.copyOf(grounds);
    despite = List.copyOf(despite);
    views = views.stream().filter(Objects::nonNull).toList();
  }

  @Override
  public ObjectNode json() {
    BodyWriter json = new BodyWriter();
    if (listed != null) {
      json.put("listed", listed.booleanValue());
    }
    if (leaders != null) {
      json.put(
          "leaders",
          new BodyWriter()
              .put("body", leaders.body())
              .put("day", leaders.day())
              .put("minutes", leaders.minutes())
              .node());
    }
    return json.list("grounds", grounds, Ground::json)
        .list(
            "despite",
            despite,
            one -> new BodyWriter().put("rule", one.rule()).put("reasons", one.reasons()).node())
        .list("views", views, GivenReasons::json)
        .put("reasons", reasons)
        .node();
  }
}
