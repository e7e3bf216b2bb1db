package sixones.overview;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import sixones.people.Person;
import sixones.people.Role;
import sixones.representation.StoredJson;
import sixones.round.Erasures;
import sixones.round.Refused;
import sixones.store.Cursor;
import sixones.store.Slice;
import sixones.store.Transactions;
import sixones.submission.Submission;
import sixones.submission.Submissions;

/**
 * Finds submissions by what an officer or auditor has of them: a number, an id, a digest or a
 * person.
 */
public final class BidSearch {
  /** The number of submissions returned at most. */
  public static final int MOST = 50;

  /**
   * The number of submissions whose receipts are made again to compare digests: the newest of those
   * handed in before digests of receipts were kept.
   */
  private static final int RECEIPTS = 2000;

  private final Transactions transactions;
  private final Submissions submissions;
  private final Erasures erasures;

  /** Creates one. */
  public BidSearch(Transactions transactions, Submissions submissions, Erasures erasures) {
    this.transactions = transactions;
    this.submissions = submissions;
    this.erasures = erasures;
  }

  /**
   * Returns the submissions a text belongs to, the newest first; none for a blank text.
   *
   * @return one more than {@link #MOST} if there are more
   */
  public List<FoundBid> find(Person person, String text) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    BidKey.Written written = BidKey.of(text).orElse(null);
    if (written == null) {
      return List.of();
    }
    List<FoundBid> found = transactions.as(person.reader(), () -> find(written));
    return found.isEmpty() && written.key() == BidKey.DIGEST
        ? byReceipt(person, written.value())
        : found;
  }

  /** Returns what is told of something that was erased; empty if the text is of no such thing. */
  public Optional<Refused> erased(Person person, String text) {
    person.mustBe(Role.OFFICER, Role.AUDITOR);
    return BidKey.of(text).flatMap(written -> erasures.gone(person, written.value()));
  }

  private static List<FoundBid> find(BidKey.Written written) {
    NativeQuery<FoundBid> query =
        Panache.getSession()
            .createNativeQuery(
                """
                select s.id, e.id as evaluation, s.round, s.applicant, s.version, s.submitted_at,
                  coalesce((select p.name from person_name p where p.number = s.submitted_by),
                    cast(s.submitted_by as text)) as handed_in_by, w.withdrawn_at,
                  f.matched
                from (select distinct on (c.id) c.id, c.matched from (%s) c
                    order by c.id, c.place) f
                  join submission s on s.id = f.id
                  join evaluation e on e.submission = s.id
                    and e.stage = 'BID' and e.purpose = 'OFFICIAL'
                  left join withdrawal w on w.submission = s.id
                order by s.submitted_at desc, s.id desc
                """
                    .formatted(written.key().statement()),
                FoundBid.class);
    written.values().forEach(query::setParameter);
    if (written.key().isLimited()) {
      query.setParameter("most", MOST + 1);
    }
    return query.setMaxResults(MOST + 1).getResultList();
  }

  /** What was handed in before digests of receipts were kept, by its receipts made again. */
  private List<FoundBid> byReceipt(Person person, String digest) {
    List<FoundBid> found = new ArrayList<>();
    Cursor after = transactions.as(person.reader(), BidSearch::firstKept);
    for (int looked = 0; looked < RECEIPTS && after != null; looked += Slice.MOST) {
      Slice<Submission> slice =
          submissions.list(person, new Submissions.Filter(null, null), after, Slice.MOST);
      slice.items().stream()
          .filter(
              submission ->
                  StoredJson.receiptDigests(submission).stream()
                      .anyMatch(each -> each.startsWith("sha256:" + digest)))
          .map(BidSearch::ofReceipt)
          .forEach(found::add);
      after = slice.next();
    }
    return found;
  }

  /** Before which submission none has a kept digest. */
  private static Cursor firstKept() {
    return Panache.getSession()
        .createNativeQuery(
            """
            select s.submitted_at, s.id
            from (select r.submission from receipt r order by r.number limit 1) r
              join submission s on s.id = r.submission
            """,
            Cursor.class)
        .uniqueResultOptional()
        .orElse(Cursor.START);
  }

  private static FoundBid ofReceipt(Submission submission) {
    return new FoundBid(
        submission.id(),
        submission.result().evaluation(),
        submission.round(),
        submission.applicant(),
        submission.version(),
        submission.submittedAt(),
        submission.submittedBy(),
        submission.withdrawnAt(),
        "receipt");
  }
}
