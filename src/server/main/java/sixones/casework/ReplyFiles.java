package sixones.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import sixones.draft.WorkingDrafts;
import sixones.evidence.BidEntries;
import sixones.evidence.EvidenceFile;
import sixones.evidence.EvidenceFiles;
import sixones.evidence.EvidenceQuota;
import sixones.evidence.FileOwner;
import sixones.evidence.NamedDocuments;
import sixones.people.Person;
import sixones.proceeding.IssuedNotice;
import sixones.proceeding.act.NoticeItem;
import sixones.proceeding.conclusion.Examined;
import sixones.proceeding.conclusion.OpenPlaces;
import sixones.round.Fault;
import sixones.round.Refused;
import sixones.store.Transactions;

/**
 * The evidence files of the reply to a notice. They belong to the case, whatever draft the reply is
 * written in, and are handed in with the reply beside those of the bid it takes the place of. A
 * file is added to a document that the notice opens, or to one that is new.
 */
public final class ReplyFiles {
  private final Transactions transactions;
  private final OwnCases records;
  private final WorkingDrafts drafts;
  private final EvidenceFiles files;

  public ReplyFiles(
      Transactions transactions, OwnCases records, WorkingDrafts drafts, EvidenceFiles files) {
    this.transactions = transactions;
    this.records = records;
    this.drafts = drafts;
    this.files = files;
  }

  /**
   * The files of a reply.
   *
   * @param added those added for it, in the order they came, of the draft it is written in, too
   * @param before those handed in with the bid it takes the place of, each with its place there
   * @param entries the documents of the reply
   * @param open those documents a file can be added to
   * @param awaited whether a reply is awaited, so that files can be added
   */
  public record Kept(
      List<EvidenceFile> added,
      List<EvidenceFile> before,
      BidEntries entries,
      List<BidEntries.Entry> open,
      EvidenceQuota.Used used,
      boolean awaited) {
    public Kept {
      added = List.copyOf(added);
      before = List.copyOf(before);
      open = List.copyOf(open);
    }

    /** Returns the document a file that was added belongs to now; empty if it has none. */
    public Optional<BidEntries.Entry> entry(EvidenceFile file) {
      return before.contains(file) ? entries.ofHandedIn(file) : entries.of(file);
    }

    /** Returns the files that would be handed in with the reply. */
    public List<EvidenceFile> along() {
      List<EvidenceFile> along = new ArrayList<>(before);
      added.stream()
          .filter(file -> before.stream().noneMatch(each -> each.isSame(file)))
          .forEach(along::add);
      return along.stream().filter(file -> entry(file).isPresent()).toList();
    }

    /** Returns whether files would be handed in that were not there before. */
    public boolean addsFiles() {
      return along().stream().anyMatch(file -> !before.contains(file));
    }
  }

  /**
   * Returns the files of a reply.
   *
   * @param draft the draft it is written in; null for the bid as it was handed in
   * @throws Refused if the case or the draft does not exist for this person
   */
  public Kept list(Person person, UUID bidCase, UUID draft) {
    ApplicantCase own = records.find(person, bidCase);
    Examined before = records.examined(person, own);
    Reply reply = reply(person, draft, before);
    List<EvidenceFile> added = new ArrayList<>(files.list(person, FileOwner.ofCase(bidCase)));
    if (draft != null) {
      added.addAll(files.list(person, FileOwner.draft(draft)));
    }
    List<EvidenceFile> handedIn =
        transactions.as(person.reader(), () -> EvidenceFiles.handedIn(before.submission()));
    List<EvidenceFile> all = new ArrayList<>(handedIn);
    all.addAll(added);
    EvidenceQuota.Used used = files.used(person, FileOwner.ofCase(bidCase));
    return new Kept(
        added,
        handedIn,
        reply.entries(),
        own.waiting() == null
            ? List.of()
            : open(own.waiting(), own.proceeds().marksUnlisted(), before, reply),
        new EvidenceQuota.Used(used.quota(), EvidenceFiles.bytesOf(all), used.applicant()),
        own.waiting() != null);
  }

  /** The bid a reply would be, as far as it can be read, and its documents. */
  private record Reply(JsonNode bid, BidEntries entries) {}

  private Reply reply(Person person, UUID draft, Examined before) {
    if (draft == null) {
      return new Reply(before.bid(), BidEntries.of(before.bid(), before.ruleSet().contract()));
    }
    WorkingDrafts.Text text = drafts.read(person, draft).text();
    JsonNode bid = BidEntries.read(text.bytes(), text.form(), before.ruleSet().contract());
    return new Reply(bid, BidEntries.of(bid, before.ruleSet().contract()));
  }

  /**
   * A document is open if it is new, if it may change, or if what is listed or may change rests on
   * it; all are where the settings mark what was not listed.
   */
  private static List<BidEntries.Entry> open(
      IssuedNotice notice, boolean marksUnlisted, Examined before, Reply reply) {
    if (marksUnlisted) {
      return reply.entries().all();
    }
    OpenPlaces places = new OpenPlaces(before.bid(), reply.bid(), notice.mayChange());
    NamedDocuments named = new NamedDocuments(before.bid(), before.ruleSet().contract());
    BidEntries listed = BidEntries.of(before.bid(), before.ruleSet().contract());
    List<String> concerned = new ArrayList<>(OpenPlaces.there(before.bid(), notice.mayChange()));
    notice.items().stream().map(NoticeItem::pointers).forEach(concerned::addAll);
    List<BidEntries.Entry> rests =
        concerned.stream().map(named::of).flatMap(List::stream).distinct().toList();
    return reply.entries().all().stream()
        .filter(
            entry -> {
              String was = places.was(entry.pointer());
              return was == null
                  || places.opensWithin(was)
                  || listed.at(was).filter(rests::contains).isPresent();
            })
        .toList();
  }

  /**
   * Adds a file to a reply.
   *
   * @param draft the draft it is written in; null if the file is for a document of the bid as it
   *     was handed in
   * @throws Refused if the case or the draft does not exist for this person, no reply is awaited,
   *     the notice does not open the document, or {@link EvidenceFiles#add} refuses
   * @throws IOException if the file cannot be read or written
   */
  public EvidenceFiles.Added add(Person person, UUID bidCase, UUID draft, EvidenceFiles.Sent sent)
      throws IOException {
    Kept kept = list(person, bidCase, draft);
    if (!kept.awaited()) {
      throw new Refused(Refused.Why.CONFLICT, "files-no-reply", Map.of());
    }
    if (kept.entries().at(sent.entry()).isPresent()
        && kept.open().stream().noneMatch(entry -> entry.pointer().equals(sent.entry()))) {
      throw Refused.wrong("/entry", "file-entry-unlisted", Map.of());
    }
    FileOwner owner = FileOwner.ofCase(bidCase);
    List<EvidenceFile> along = new ArrayList<>(kept.before());
    kept.added().stream().filter(file -> !file.owner().equals(owner)).forEach(along::add);
    return files.add(person, owner, kept.entries(), sent, along);
  }

  /**
   * Removes a file that was added for a reply. Where it was handed in, it stays.
   *
   * @throws Refused if the case or the file does not exist for this person
   */
  public void remove(Person person, UUID bidCase, UUID file) {
    records.find(person, bidCase);
    files.remove(person, FileOwner.ofCase(bidCase), file);
  }

  /**
   * Where the files of a reply that is handed in come from.
   *
   * @param draft what it was written in; null if that holds no files
   * @param before the bid it takes the place of
   * @param notice what it replies to
   * @param marksUnlisted whether what is not listed is marked, not refused
   */
  record Of(
      UUID bidCase, FileOwner draft, Examined before, IssuedNotice notice, boolean marksUnlisted) {}

  /**
   * Fixes which files belong to a reply, in the transaction that hands it in.
   *
   * @param reply the bid, just inserted
   * @return whether there are files that were not there before
   * @throws Refused if there are, for a document that the notice does not open
   */
  static boolean handIn(Person person, Of of, Examined reply) {
    BidEntries entries = BidEntries.of(reply.bid(), reply.ruleSet().contract());
    FileOwner owner = FileOwner.ofCase(of.bidCase());
    EvidenceFiles.handInAgain(
        person,
        reply.submission(),
        owner,
        EvidenceFiles.handedIn(of.before().submission()),
        entries);
    List<EvidenceFile> added = new ArrayList<>();
    if (of.draft() != null) {
      added.addAll(EvidenceFiles.handIn(person, reply.submission(), of.draft(), entries));
    }
    added.addAll(EvidenceFiles.handIn(person, reply.submission(), owner, entries));
    areOpen(added, of, new Reply(reply.bid(), entries));
    return !added.isEmpty();
  }

  /** Wherever a file was added, in a draft perhaps before there was a notice. */
  private static void areOpen(List<EvidenceFile> added, Of of, Reply reply) {
    List<BidEntries.Entry> open = open(of.notice(), of.marksUnlisted(), of.before(), reply);
    List<Fault> faults = new ArrayList<>();
    for (EvidenceFile file : added) {
      BidEntries.Entry entry = reply.entries().of(file).orElseThrow();
      if (!open.contains(entry)) {
        faults.add(new Fault(entry.pointer(), "file-added-unlisted", Map.of("name", file.name())));
      }
    }
    if (!faults.isEmpty()) {
      throw Refused.wrong(faults);
    }
  }
}
