package sixones.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the particulars of a person, as far as the reader may see it. */
@Entity
@Table(name = "particulars")
public class ParticularsRow extends PanacheEntityBase {
  /** The number of the person. */
  @Id Long person;

  @Column(name = "full_name")
  String fullName;

  String office;
  String telephone;

  /** Returns the particulars of a person by number; {@link Particulars#NONE} if there are none. */
  public static Particulars of(long person) {
    return Optional.<ParticularsRow>ofNullable(findById(person))
        .map(ParticularsRow::particulars)
        .orElse(Particulars.NONE);
  }

  /** Returns all particulars by the number of the person. */
  public static Map<Long, Particulars> byPerson() {
    Map<Long, Particulars> all = new HashMap<>();
    List<ParticularsRow> rows = listAll();
    rows.forEach(row -> all.put(row.person, row.particulars()));
    return all;
  }

  /** Returns the particulars of the person that others see under a name. */
  public static Particulars of(String name) {
    return ParticularsRow.<ParticularsRow>find(
            "person in (select number from KnownName where name = ?1)", name)
        .firstResultOptional()
        .map(ParticularsRow::particulars)
        .orElse(Particulars.NONE);
  }

  /** Returns the particulars of whoever asks. */
  public static Particulars ofAsking() {
    return of(asking());
  }

  /**
   * Replaces the particulars of whoever asks.
   *
   * @return whether they differ from those before
   */
  public static boolean writeAsking(Particulars particulars) {
    return write(asking(), particulars);
  }

  private static long asking() {
    return ((Number)
            getEntityManager().createNativeQuery("select asking_person()").getSingleResult())
        .longValue();
  }

  /**
   * Replaces the particulars of a person.
   *
   * @return whether they differ from those before
   */
  public static boolean write(long person, Particulars particulars) {
    if (of(person).equals(particulars)) {
      return false;
    }
    getEntityManager()
        .createNativeQuery("insert into particulars (person) values (?1) on conflict do nothing")
        .setParameter(1, person)
        .executeUpdate();
    ParticularsRow row = findById(person);
    row.fullName = particulars.fullName();
    row.office = particulars.office();
    row.telephone = particulars.telephone();
    return true;
  }

  private Particulars particulars() {
    return new Particulars(fullName, office, telephone);
  }
}
