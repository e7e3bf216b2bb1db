package sixones.calendar.adoption;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sixones.audit.Act;
import sixones.audit.Audit;
import sixones.audit.Thing;
import sixones.calendar.CalendarFault;
import sixones.calendar.UnfitCalendar;
import sixones.calendar.WorkingDays;
import sixones.people.Person;
import sixones.people.Role;
import sixones.round.Fault;
import sixones.round.Locks;
import sixones.round.Names;
import sixones.round.Refused;
import sixones.store.DatabaseIdentity;
import sixones.store.Transactions;

/**
 * The calendars terms are counted by. A new one comes into use when one officer has proposed and
 * another has accepted it, and covers no day fewer than the one before.
 */
public final class Calendars {
  /** The greatest number of calendars told in a list, the newest first. */
  public static final int MOST = 100;

  /** The greatest number of calendars that wait for an answer. */
  public static final int MOST_PROPOSED = 5;

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final DatabaseIdentity NOBODY = new DatabaseIdentity("anybody", "");

  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;
  private volatile WorkingDays lastRead;

  public Calendars(Transactions transactions, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes the calendar of this release into use, if the database has none. A later release changes
   * nothing by itself: its calendar has to be proposed like any other.
   */
  public void begin() {
    transactions.as(
        DatabaseIdentity.SERVICE,
        () -> {
          alone();
          if (CalendarRows.inUse().isEmpty()) {
            WorkingDays days = WorkingDays.bundled();
            CalendarRows.propose(days, WorkingDays.bundledBytes(), now());
            CalendarRows.accept(days.digest(), null, now());
            audit.note(
                Act.CALENDAR_ACCEPTED, Thing.calendar(days.digest()), Map.of(), coverage(days));
          }
          return true;
        });
  }

  private static void alone() {
    Locks.alone("calendars");
  }

  /** Returns the calendar in use; nobody need be signed in. */
  public WorkingDays inUse() {
    return transactions.as(NOBODY, this::readInUse);
  }

  private WorkingDays readInUse() {
    String digest = CalendarRows.inUse().orElseThrow();
    WorkingDays read = lastRead;
    if (read == null || !read.digest().equals(digest)) {
      read = read(CalendarRows.bytes(digest).orElseThrow());
      lastRead = read;
    }
    return read;
  }

  /**
   * Returns a calendar that counts or counted; null if there is none. Runs in a transaction of
   * anybody's.
   *
   * @param digest of a calendar that two officers adopted
   */
  public WorkingDays counting(String digest) {
    WorkingDays read = lastRead;
    return read != null && read.digest().equals(digest)
        ? read
        : CalendarRows.bytes(digest).map(Calendars::read).orElse(null);
  }

  private static WorkingDays read(byte[] json) {
    try {
      return WorkingDays.read(json);
    } catch (UnfitCalendar e) {
      throw new IllegalStateException("only what could be read was kept", e);
    }
  }

  /**
   * Returns the newest calendars, those that wait for an answer first. Officials see them all with
   * the people; others those that are or were in use, without.
   *
   * @param person null for somebody who has not signed in
   */
  public List<ProposedCalendar> list(Person person) {
    return transactions.as(
        reader(person),
        () -> CalendarRows.newest(MOST).stream().map(each -> told(each, person)).toList());
  }

  /**
   * Returns a calendar.
   *
   * @throws Refused if there is none this person may see
   */
  public ProposedCalendar find(Person person, String digest) {
    return transactions.as(
        reader(person), () -> told(CalendarRows.find(digest).orElseThrow(Refused::noSuch), person));
  }

  /** Returns the file of a calendar, as it was proposed. */
  public byte[] bytes(Person person, String digest) {
    return transactions.as(
        reader(person), () -> CalendarRows.bytes(digest).orElseThrow(Refused::noSuch));
  }

  /** Returns the days of a calendar. */
  public WorkingDays days(Person person, String digest) {
    return read(bytes(person, digest));
  }

  /** Returns whether a person proposed the calendar, and so cannot accept it. */
  public boolean isOwn(Person person, String digest) {
    return transactions.as(reader(person), () -> CalendarRows.isOwn(digest));
  }

  private static DatabaseIdentity reader(Person person) {
    return isOfficial(person) ? person.reader() : NOBODY;
  }

  private static boolean isOfficial(Person person) {
    return person != null && person.is(Role.OFFICER, Role.AUDITOR, Role.ADMIN);
  }

  /** Others are told no name and no reason. */
  private static ProposedCalendar told(ProposedCalendar each, Person person) {
    return isOfficial(person)
        ? each
        : new ProposedCalendar(
            each.digest(),
            each.from(),
            each.to(),
            each.state(),
            new ProposedCalendar.Step(each.proposal().at(), null, null),
            new ProposedCalendar.Step(each.answer().at(), null, null),
            each.inUseFrom());
  }

  /**
   * Proposes a calendar. Proposing the same once more, while it waits, changes nothing.
   *
   * @param json the file
   * @throws Refused if the file has defects, covers fewer days than the one in use, or was proposed
   *     before
   */
  public ProposedCalendar propose(Person person, byte[] json) {
    person.mustBe(Role.OFFICER);
    WorkingDays days = readSent(json);
    return transactions.as(
        person.reader(),
        () -> {
          alone();
          Optional<ProposedCalendar> known = CalendarRows.find(days.digest());
          if (known.isPresent()) {
            return again(known.get());
          }
          fewer(days)
              .ifPresent(
                  fault -> {
                    throw Refused.wrong(List.of(fault));
                  });
          if (CalendarRows.countProposed() >= MOST_PROPOSED) {
            throw conflict("too-many-calendars", Map.of("most", MOST_PROPOSED));
          }
          CalendarRows.propose(days, json, now());
          audit.note(
              Act.CALENDAR_PROPOSED, Thing.calendar(days.digest()), Map.of(), coverage(days));
          return CalendarRows.find(days.digest()).orElseThrow();
        });
  }

  private static ProposedCalendar again(ProposedCalendar known) {
    if (known.state() == CalendarState.PROPOSED && CalendarRows.isOwn(known.digest())) {
      return known;
    }
    throw conflict("calendar-known", Map.of("state", known.state().name()));
  }

  private static WorkingDays readSent(byte[] json) {
    try {
      return WorkingDays.read(json == null ? new byte[0] : json);
    } catch (UnfitCalendar e) {
      throw refused(e.faults());
    }
  }

  /** Returns the refusal of a calendar or a term with these faults. */
  public static Refused refused(List<CalendarFault> faults) {
    return Refused.wrong(
        faults.stream()
            .map(fault -> new Fault(fault.pointer(), fault.kind(), fault.values()))
            .toList());
  }

  /** Days that are known would become unknown, and terms could no longer be counted again. */
  private Optional<Fault> fewer(WorkingDays days) {
    WorkingDays inUse = readInUse();
    boolean fewer = !days.covers(inUse.from()) || !days.covers(inUse.to());
    Map<String, String> values =
        Map.of("from", inUse.from().toString(), "to", inUse.to().toString());
    return fewer
        ? Optional.of(new Fault("/meta/coverage", "calendar-fewer", values))
        : Optional.empty();
  }

  private static Refused conflict(String kind, Map<String, ?> values) {
    return new Refused(Refused.Why.CONFLICT, kind, values);
  }

  /**
   * Answers a proposal. An accepted calendar is in use from then on. Whoever proposed it may
   * decline it, and never accept it.
   *
   * @param answer {@code yes} or {@code no}
   * @param reason null if none is given; a refusal needs one
   */
  public ProposedCalendar answer(Person person, String digest, String answer, String reason) {
    mayAnswer(person, digest);
    return transactions.as(
        person.reader(),
        () -> {
          alone();
          ProposedCalendar proposed = CalendarRows.find(digest).orElseThrow(Refused::noSuch);
          boolean accepts = isAccepting(answer);
          String why = reason(reason, accepts);
          if (proposed.state() != CalendarState.PROPOSED) {
            throw conflict("calendar-answered", Map.of("state", proposed.state().name()));
          }
          if (accepts) {
            accept(digest, why);
          } else {
            CalendarRows.decline(digest, why, now());
            audit.note(Act.CALENDAR_DECLINED, Thing.calendar(digest));
          }
          return CalendarRows.find(digest).orElseThrow();
        });
  }

  /**
   * Requires an officer, and a calendar this person may see.
   *
   * @throws Refused if there is none
   */
  public void mayAnswer(Person person, String digest) {
    find(person, digest);
    person.mustBe(Role.OFFICER);
  }

  private static boolean isAccepting(String answer) {
    if (!YES.equals(answer) && !NO.equals(answer)) {
      throw Refused.wrong("/answer", answer == null ? "missing" : "calendar-yes-no", Map.of());
    }
    return YES.equals(answer);
  }

  private static String reason(String reason, boolean accepts) {
    String text = reason == null ? "" : reason.strip();
    if (text.isEmpty() && accepts) {
      return null;
    }
    if (text.isEmpty()) {
      throw Refused.wrong("/reason", "calendar-reason-missing", Map.of());
    }
    if (!Names.isReason(text)) {
      throw Refused.wrong("/reason", "calendar-reason-form", Map.of());
    }
    return text;
  }

  private void accept(String digest, String why) {
    if (CalendarRows.isOwn(digest)) {
      throw new Refused(Refused.Why.SAME_PERSON, "same-person", Map.of());
    }
    WorkingDays days = read(CalendarRows.bytes(digest).orElseThrow());
    fewer(days)
        .ifPresent(
            fault -> {
              throw conflict("calendar-fewer-now", fault.values());
            });
    CalendarRows.accept(digest, why, now());
    audit.note(Act.CALENDAR_ACCEPTED, Thing.calendar(digest), Map.of(), coverage(days));
  }

  private static Map<String, String> coverage(WorkingDays days) {
    return Map.of("coversFrom", days.from().toString(), "coversTo", days.to().toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
