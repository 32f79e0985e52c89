package io.holdfast.notification.telling;

import java.util.List;

/** Who was told. */
public sealed interface Told {

  /** The same for people. */
  String words();

  /**
   * @param addresses mail is on its way to
   * @param channels names of the channels it goes through
   */
  record Sent(List<String> addresses, List<String> channels) implements Told {
    @Override
    public String words() {
      String mail =
          addresses.isEmpty()
              ? "No mail: the account has no owner"
              : "Mail to " + String.join(", ", addresses);
      return channels.isEmpty() ? mail : mail + "; channels: " + String.join(", ", channels);
    }
  }

  /** There is nobody to tell. */
  record Nobody() implements Told {
    @Override
    public String words() {
      return "No recipient: the account has no owner with an e-mail address, nobody has the role"
          + " manager, and no channel takes the message. Set the owner, or add a manager or a"
          + " channel";
    }
  }
}
