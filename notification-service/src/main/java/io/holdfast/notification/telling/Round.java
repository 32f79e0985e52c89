package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.person.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gets one message: each address once, however many ways lead to it.
 *
 * @param mails address to the channel it goes through; empty for mail straight to a person
 * @param calls Slack and webhook channels
 */
record Round(
    Map<EmailAddress, Optional<Channel>> mails, List<Channel> calls, List<String> through) {

  static Round of(List<EmailAddress> people, List<Channel> channels) {
    Map<EmailAddress, Optional<Channel>> mails = new LinkedHashMap<>();
    people.forEach(person -> mails.put(person, Optional.empty()));
    for (Channel channel : channels) {
      channel.to().forEach(address -> mails.putIfAbsent(address, Optional.of(channel)));
    }
    List<Channel> calls =
        channels.stream().filter(channel -> channel.type() != ChannelType.EMAIL).toList();
    return new Round(
        mails, calls, channels.stream().filter(Round::isHeard).map(Channel::name).toList());
  }

  /** A mail channel without addresses stands for the owners, who are told anyway. */
  static boolean isHeard(Channel channel) {
    return channel.type() != ChannelType.EMAIL || !channel.to().isEmpty();
  }

  Told told() {
    if (mails.isEmpty() && calls.isEmpty()) {
      return new Told.Nobody();
    }
    List<String> people =
        mails.entrySet().stream()
            .filter(mail -> mail.getValue().isEmpty())
            .map(mail -> mail.getKey().value())
            .toList();
    return new Told.Sent(people, through);
  }
}
