package sixones.pages.form;

/**
 * What a section of the form shows about the requirement it answers.
 *
 * @param demand the gist of the demand
 * @param source the cited source
 * @param address the address of that source
 * @param tone the tone of the verdict; null if there is no verdict
 */
public record Section(
    String demand, String source, String address, String tone, String sign, String verdict) {}
