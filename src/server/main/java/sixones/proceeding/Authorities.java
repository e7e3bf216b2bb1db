package sixones.proceeding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.proceeding.act.ActBody;
import sixones.proceeding.act.CaseAct;
import sixones.proceeding.act.Power;

/** Who may act, at an instant: a fold over the acts that gave, confirmed and ended authorities. */
public final class Authorities {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /**
   * An authority.
   *
   * @param given what gave it
   * @param answer the second person's answer; null if there is none yet
   * @param endedAt when it was ended; null if it was not
   */
  public record Given(CaseAct given, CaseAct answer, Instant endedAt) {
    public UUID id() {
      return given.id();
    }

    public ActBody.GiveAuthority authority() {
      return (ActBody.GiveAuthority) given.body();
    }

    /** Returns whether the second person said yes. */
    public boolean isConfirmed() {
      return answer != null && ((ActBody.Confirm) answer.body()).yes();
    }

    private boolean isFor(long person, Power power, UUID round, LocalDate day) {
      ActBody.GiveAuthority of = authority();
      return isConfirmed()
          && endedAt == null
          && of.person() == person
          && of.powers().contains(power)
          && (of.round() == null || of.round().equals(round))
          && !day.isBefore(of.from())
          && (of.until() == null || day.isBefore(of.until()));
    }
  }

  private final List<Given> all;
  private final LocalDate day;

  private Authorities(List<Given> all, LocalDate day) {
    this.all = all;
    this.day = day;
  }

  /**
   * Returns the authorities as everything on record has them, whatever the clock: a clock that was
   * set back brings no authority back that had been ended.
   *
   * @param now says which day it is
   */
  public static Authorities onRecord(List<CaseAct> acts, Instant now) {
    Instant last = acts.isEmpty() ? now : acts.get(acts.size() - 1).at();
    return new Authorities(at(acts, last).all, LocalDate.ofInstant(now, ZONE));
  }

  /** Returns the authorities at an instant. */
  public static Authorities at(List<CaseAct> acts, Instant at) {
    Map<UUID, Given> given = new LinkedHashMap<>();
    for (CaseAct act : acts) {
      if (act.at().isAfter(at)) {
        break;
      }
      if (act.body() instanceof ActBody.GiveAuthority) {
        given.put(act.id(), new Given(act, null, null));
      } else if (act.body() instanceof ActBody.Confirm confirm) {
        given.computeIfPresent(
            confirm.of(),
            (id, was) -> was.answer() == null ? new Given(was.given(), act, was.endedAt()) : was);
      } else if (act.body() instanceof ActBody.EndAuthority end) {
        given.computeIfPresent(
            end.of(),
            (id, was) ->
                was.endedAt() == null ? new Given(was.given(), was.answer(), act.at()) : was);
      }
    }
    return new Authorities(new ArrayList<>(given.values()), LocalDate.ofInstant(at, ZONE));
  }

  /** Returns all authorities, in force or not, the first first. */
  public List<Given> all() {
    return List.copyOf(all);
  }

  /** Returns the day in Beijing that they are looked at on. */
  public LocalDate day() {
    return day;
  }

  /** Returns an authority by the act that gave it. */
  public Optional<Given> find(UUID id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Returns an authority in force that a person has in her own right. */
  public Optional<Given> own(long person, Power power, UUID round) {
    return all.stream()
        .filter(one -> one.authority().principal() == null)
        .filter(one -> one.isFor(person, power, round, day))
        .findFirst();
  }

  /**
   * Returns an authority in force to act for another. It ends with that of whom it is for.
   *
   * @param principal for whom
   */
  public Optional<Given> delegated(long person, long principal, Power power, UUID round) {
    return all.stream()
        .filter(one -> one.authority().principal() != null)
        .filter(one -> one.authority().principal() == principal)
        .filter(one -> one.isFor(person, power, round, day))
        .filter(one -> own(principal, power, round).isPresent())
        .findFirst();
  }
}
