package sixones.pages.form;

/**
 * What a section of the form says of the requirement it answers.
 *
 * @param demand the gist of what is demanded
 * @param source where that is written
 * @param address where the source can be read
 * @param tone the tone of the verdict; null while there is none
 */
public record Section(
    String demand, String source, String address, String tone, String sign, String verdict) {}
