package sixones.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * The notice that settles the holidays of a year.
 *
 * @param number the document number, such as 国办发明电〔2025〕7号
 * @param read the addresses at which its text was read; at least one
 */
public record HolidayNotice(int year, String number, LocalDate issuedOn, List<String> read) {
  public HolidayNotice {
    read = List.copyOf(read);
  }
}
