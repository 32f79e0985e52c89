package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who gets which part of a digest.
 *
 * @param mails each person's own accounts; who gets the whole through a channel gets no part
 *     besides
 * @param told who was told, by run
 */
record DigestRound(Map<EmailAddress, List<Notice>> mails, Map<UUID, Told> told) {

  static DigestRound of(List<Share> shares, List<Channel> channels) {
    Set<EmailAddress> gettingAll =
        channels.stream().flatMap(channel -> channel.to().stream()).collect(Collectors.toSet());
    List<String> through = channels.stream().filter(Round::isHeard).map(Channel::name).toList();
    Map<EmailAddress, List<Notice>> mails = new LinkedHashMap<>();
    Map<UUID, Told> told = new HashMap<>();
    for (Share share : shares) {
      share.people().stream()
          .filter(person -> !gettingAll.contains(person))
          .forEach(
              person -> mails.computeIfAbsent(person, _ -> new ArrayList<>()).add(share.notice()));
      List<String> people = share.people().stream().map(EmailAddress::value).toList();
      told.put(
          share.run(),
          people.isEmpty() && through.isEmpty()
              ? new Told.Nobody()
              : new Told.Sent(people, through));
    }
    return new DigestRound(mails, told);
  }
}
