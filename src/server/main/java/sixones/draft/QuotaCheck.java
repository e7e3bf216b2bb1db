package sixones.draft;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import sixones.round.Locks;
import sixones.round.Refused;

/**
 * The room an applicant has for what it keeps. It is counted in the transaction that adds to it,
 * and by nobody else of the applicant at the same time: two instances do not pass a limit together.
 */
public final class QuotaCheck {
  private final Quota quota;
  private final String applicant;

  private QuotaCheck(Quota quota, String applicant) {
    this.quota = quota;
    this.applicant = applicant;
  }

  /** The room of an applicant, alone until the transaction ends. */
  public static QuotaCheck alone(Quota quota, String applicant) {
    Locks.alone("kept by " + applicant);
    return new QuotaCheck(quota, applicant);
  }

  /** What counts at present. */
  static Usage used(Quota quota, String applicant) {
    return new QuotaCheck(quota, applicant).used();
  }

  private record Counted(Long drafts, Long draftBytes, Long bids, Long bidBytes) {}

  private Usage used() {
    Counted counted =
        Panache.getSession()
            .createNativeQuery(
                """
                select d.count, d.bytes, b.count, b.bytes
                from (select count(*) as count, cast(coalesce(sum(size), 0) as bigint) as bytes
                    from working_draft where applicant = ?1) d,
                  (select count(*) as count,
                      cast(coalesce(sum(s.size + octet_length(e.body)), 0) as bigint) as bytes
                    from submission s
                      join evaluation e on e.submission = s.id
                      join round r on r.id = s.round
                    where s.applicant = ?1 and r.state <> 'decided') b
                """,
                Counted.class)
            .setParameter(1, applicant)
            .getSingleResult();
    return new Usage(
        quota, counted.drafts(), counted.draftBytes(), counted.bids(), counted.bidBytes());
  }

  /** Refuses one more draft where there are as many as may be, or no room for its bytes. */
  void takeDraft(long bytes) {
    Usage used = used();
    if (used.drafts() >= quota.drafts()) {
      throw new Refused(
          Refused.Why.CONFLICT,
          "too-many-drafts",
          Map.of("most", quota.drafts(), "kept", used.drafts()));
    }
    take(used, bytes);
  }

  /** Refuses a draft that has grown by more than there is room for. */
  void grow(long by) {
    take(used(), by);
  }

  private void take(Usage used, long more) {
    long then = used.bytes() + more;
    if (then > quota.bytes()) {
      throw new Refused(Refused.Why.CONFLICT, "no-room-for-draft", used.messageValues(then));
    }
  }

  /** Bids of the applicant in one round, and of them the one that was just written. */
  private record InRound(Long bytes, Long standing, Long own) {}

  /**
   * Refuses a bid that has just been written and for which there was no room. An applicant without
   * another bid that stands in the round may hand one in all the same, so that neither drafts nor
   * bids of other rounds shut it out, while its bids of this round fill the quota by themselves.
   */
  public void keepBid(UUID round, UUID bid) {
    Usage used = used();
    if (used.bytes() <= quota.bytes()) {
      return;
    }
    InRound here = inRound(round, bid);
    boolean full = here.bytes() > quota.bytes();
    if (full || here.standing() > 0) {
      Map<String, Object> values =
          new HashMap<>(used.withoutBid(here.own()).messageValues(used.bytes()));
      values.put("way", full ? "none" : used.drafts() > 0 ? "drafts" : "bids");
      throw new Refused(Refused.Why.CONFLICT, "no-room-for-bid", values);
    }
  }

  private InRound inRound(UUID round, UUID bid) {
    return Panache.getSession()
        .createNativeQuery(
            """
            select cast(sum(s.size + octet_length(e.body)) as bigint),
              count(*) filter (where w.submission is null and s.id <> ?3),
              cast(sum(s.size + octet_length(e.body)) filter (where s.id = ?3) as bigint)
            from submission s
              join evaluation e on e.submission = s.id
              left join withdrawal w on w.submission = s.id
            where s.round = ?2 and s.applicant = ?1
            """,
            InRound.class)
        .setParameter(1, applicant)
        .setParameter(2, round)
        .setParameter(3, bid)
        .getSingleResult();
  }
}
