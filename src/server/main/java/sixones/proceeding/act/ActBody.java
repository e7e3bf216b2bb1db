package sixones.proceeding.act;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What an act says. Its canonical JSON is what is kept and digested. */
public sealed interface ActBody
    permits ActBody.Take,
        ActBody.Lapse,
        ActBody.Close,
        ActBody.Reopen,
        ActBody.GiveUp,
        ActBody.Confirm,
        ActBody.Withdraw,
        ActBody.Recuse,
        ActBody.DecideRecusal,
        ActBody.LiftRecusal,
        ActBody.GiveAuthority,
        ActBody.EndAuthority,
        ActBody.Declare,
        ActBody.Covered,
        Determination,
        Notice,
        Widening,
        Extension,
        Reply,
        Decision {

  ActKind kind();

  ObjectNode json();

  /**
   * What an act says, for one who is to say first what she would: what it is about, and nothing of
   * what it proposes. It is never kept.
   *
   * @param rule the rule that is determined; null if it is no determination
   * @param pointer the place that is determined; null for the whole finding
   */
  record Covered(ActKind kind, String rule, String pointer) implements ActBody {
    @Override
    public ObjectNode json() {
      return new BodyWriter().put("rule", rule).put("pointer", pointer).node();
    }
  }

  /** A handler takes a case. */
  record Take() implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.TAKE;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().node();
    }
  }

  /** The term of a notice passed without a reply. */
  record Lapse(UUID notice) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.LAPSE;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("notice", notice).node();
    }
  }

  /** A case is closed because its applicant did not reply. */
  record Close(UUID notice, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.CLOSE;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("notice", notice).put("reasons", reasons).node();
    }
  }

  /**
   * A decided case is taken up again.
   *
   * @param ground {@code objection-upheld}, {@code own-error} or {@code superior-order}
   */
  record Reopen(String ground, GivenReasons reasons) implements ActBody {
    /** The grounds there are. */
    public static final List<String> GROUNDS =
        List.of("objection-upheld", "own-error", "superior-order");

    @Override
    public ActKind kind() {
      return ActKind.REOPEN;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("ground", ground).put("reasons", reasons).node();
    }
  }

  /**
   * The applicant gives up its bid.
   *
   * @param reasons null if none are given
   */
  record GiveUp(GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.GIVE_UP;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("reasons", reasons).node();
    }
  }

  /**
   * The second person's answer.
   *
   * @param of the act that is answered
   * @param reasons null with a yes that has none
   * @param expires an earlier end of a determination; null to leave it
   */
  record Confirm(UUID of, boolean yes, GivenReasons reasons, Instant expires) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.CONFIRM;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter()
          .put("of", of)
          .put("answer", yes ? "yes" : "no")
          .put("reasons", reasons)
          .put("expires", expires)
          .node();
    }
  }

  /** A proposal, or a determination of one's own, is withdrawn. */
  record Withdraw(UUID of, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.WITHDRAW;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("of", of).put("reasons", reasons).node();
    }
  }

  /**
   * A person is to keep away from a case: at once if she says so herself, otherwise when it is
   * decided.
   */
  record Recuse(long person, String ground, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.RECUSE;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter()
          .put("person", person)
          .put("ground", ground)
          .put("reasons", reasons)
          .node();
    }
  }

  /** Whether a person who was asked to keep away does. */
  record DecideRecusal(UUID of, boolean yes, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.DECIDE_RECUSAL;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter()
          .put("of", of)
          .put("answer", yes ? "yes" : "no")
          .put("reasons", reasons)
          .node();
    }
  }

  /** A person need not keep away any longer. */
  record LiftRecusal(long person, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.LIFT_RECUSAL;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("person", person).put("reasons", reasons).node();
    }
  }

  /**
   * Somebody may act.
   *
   * @param round the round it is for; null for every round
   * @param from the first day
   * @param until the first day on which it is no longer in force; null if it has no end
   * @param document the document it rests on
   * @param principal for whom the person acts; null if in her own right
   */
  record GiveAuthority(
      long person,
      List<Power> powers,
      UUID round,
      LocalDate from,
      LocalDate until,
      String document,
      Long principal)
      implements ActBody {
    public GiveAuthority {
      powers = List.copyOf(powers);
    }

    @Override
    public ActKind kind() {
      return ActKind.GIVE_AUTHORITY;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter()
          .put("person", person)
          .texts("acts", powers.stream().map(Power::id).toList())
          .put("round", round)
          .put("from", from)
          .put("until", until)
          .put("document", document)
          .put("onBehalfOf", principal)
          .node();
    }
  }

  /** An authority ends. */
  record EndAuthority(UUID of, GivenReasons reasons) implements ActBody {
    @Override
    public ActKind kind() {
      return ActKind.END_AUTHORITY;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter().put("of", of).put("reasons", reasons).node();
    }
  }

  /** An officer is free of conflict in a round but for some cases. */
  record Declare(List<Except> except) implements ActBody {
    public Declare {
      except = List.copyOf(except);
    }

    /** A case of which she keeps away. */
    public record Except(UUID of, String ground, GivenReasons reasons) {}

    @Override
    public ActKind kind() {
      return ActKind.DECLARE;
    }

    @Override
    public ObjectNode json() {
      return new BodyWriter()
          .list(
              "except",
              except,
              one ->
                  new BodyWriter()
                      .put("case", one.of())
                      .put("ground", one.ground())
                      .put("reasons", one.reasons())
                      .node())
          .node();
    }
  }
}
