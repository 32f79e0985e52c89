package io.holdfast.scoring.persistence;

import static io.holdfast.scoring.persistence.Columns.get;

import io.holdfast.scoring.picture.AccountPicture;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.reporting.Peers;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.value.AdoptionTally;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.scoring.value.PeerGroup.Basis;
import io.holdfast.tenancy.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcPeers implements Peers {

  private static final int DAYS = 2 * AdoptionTally.DAYS;

  /**
   * The tenant's accounts are read whole by primary key, as lists read them; use, facts and names
   * of the chosen ones by theirs. Names are followed as the picture follows them. Day numbers are
   * those of the starts given, so that they are the tenant's days.
   */
  private static final String PEERS =
      """
      with recursive days as materialized (
        select $4::text[]::timestamptz[] as starts),
      own as (
        select employees, nullif(industry, '') as industry, nullif(traits::json ->> 'plan', '') as plan
          from account where tenant_id = $1 and account_id = $2),
      candidate as materialized (
        select a.account_id,
               coalesce(a.employees between (o.employees + 1) / 2 and o.employees * 2, false) as same_size,
               coalesce(a.industry = o.industry, false) as same_industry,
               coalesce(a.traits::json ->> 'plan' = o.plan, false) as same_plan,
               abs(ln(greatest(a.employees, 1) / greatest(o.employees, 1)::numeric)) as distance
          from account a
          left join standing s using (tenant_id, account_id)
         cross join own o
         where a.tenant_id = $1 and a.account_id <> $2 and (s.churned_on is null or s.churned_on > $3)),
      basis as (
        select case when count(*) filter (where same_size and same_industry) >= $8 then 'industry_and_size'
                    when count(*) filter (where same_size) >= $8 then 'size'
                    when count(*) filter (where same_plan) >= $8 then 'plan' end as basis
          from candidate),
      peer as materialized (
        select account_id, basis from candidate cross join basis
         where case basis when 'industry_and_size' then same_size and same_industry
                          when 'size' then same_size
                          when 'plan' then same_plan else false end
         order by distance nulls last, account_id
         limit $9),
      followed (account_id, name, who, depth) as (
        select n.account_id, n.person, n.person, 0
          from peer join person_seen n on n.tenant_id = $1 and n.account_id = peer.account_id
         union all
        select f.account_id, f.name, s.user_id, f.depth + 1
          from followed f
         cross join lateral (
           select user_id from same_person
            where tenant_id = $1 and previous_id = f.who and known_at <= $6
            order by stated_at desc, user_id collate "C" desc
            limit 1) s
         where f.depth < 32),
      person as materialized (
        select distinct on (account_id, name) account_id, name, who
          from followed where depth > 0 order by account_id, name, depth desc)
      select peer.basis, u.*, f.*
        from peer
       cross join lateral (
         select count(distinct who) filter (where day > $7)::int as people,
                count(distinct who) filter (where day <= $7)::int as people_before,
                count(distinct (who, day)) filter (where day > $7 and who is not null)::int as person_days,
                array_agg(distinct event) filter (where day > $7) as events
           from (select coalesce(p.who, used.person) as who, used.event,
                        width_bucket(used.happened_at, days.starts) as day
                   from days cross join use_of_product used
                   left join person p on p.account_id = used.account_id and p.name = used.person
                  where used.tenant_id = $1 and used.account_id = peer.account_id
                    and used.happened_at >= days.starts[1] and used.happened_at <= $5 and used.known_at <= $6) used) u
       cross join lateral (
         select array_agg(kind) as kind, array_agg(fact_key) as fact_key,
                array_agg((extract(epoch from recorded_at) * 1000000)::bigint) as recorded_at,
                array_agg((extract(epoch from received_at) * 1000000)::bigint) as received_at,
                array_agg(assumed) as fact_assumed, array_agg(body) as body, array_agg(told_of) as told_of
           from fact
          where tenant_id = $1 and account_id = peer.account_id and kind in ('phase', 'outcome')) f
      """;

  private final DatabaseClient database;

  R2dbcPeers(DatabaseClient database) {
    this.database = database;
  }

  private record Peer(Basis basis, Optional<AdoptionTally> tally) {}

  @Override
  public Mono<PeerGroup> of(
      TenantId tenant,
      String account,
      CoreFeatures features,
      TenantCalendar calendar,
      Instant until,
      Instant knownAt) {
    LocalDate day = calendar.day(until);
    return database
        .sql(PEERS)
        .bind(0, tenant.value())
        .bind(1, account)
        .bind(2, day)
        .bind(3, starts(day, calendar))
        .bind(4, until)
        .bind(5, knownAt)
        .bind(6, AdoptionTally.DAYS)
        .bind(7, PeerGroup.FEWEST)
        .bind(8, MOST)
        .map(row -> peer(row, features, calendar, day, knownAt))
        .all()
        .collectList()
        .map(R2dbcPeers::group);
  }

  private static String[] starts(LocalDate day, TenantCalendar calendar) {
    return IntStream.range(0, DAYS)
        .mapToObj(back -> calendar.startOf(day.minusDays(DAYS - 1L - back)).toString())
        .toArray(String[]::new);
  }

  private static Peer peer(
      Readable row,
      CoreFeatures features,
      TenantCalendar calendar,
      LocalDate day,
      Instant knownAt) {
    Basis basis = Basis.valueOf(get(row, "basis", String.class).toUpperCase(Locale.ROOT));
    KnownPicture contracts =
        new AccountPicture(List.of(), R2dbcAccountPictures.facts(row)).knownAt(knownAt, calendar);
    if (contracts.departedBy(day).isPresent()) {
      return new Peer(basis, Optional.empty());
    }
    String[] events = row.get("events", String[].class);
    return new Peer(
        basis,
        Optional.of(
            new AdoptionTally(
                get(row, "people", Integer.class),
                get(row, "people_before", Integer.class),
                get(row, "person_days", Integer.class),
                AdoptionTally.featuresUsed(features, events == null ? Set.of() : Set.of(events)),
                contracts.paidSeats(day))));
  }

  private static PeerGroup group(List<Peer> peers) {
    return peers.isEmpty()
        ? PeerGroup.NOBODY
        : new PeerGroup(
            peers.getFirst().basis(),
            peers.stream().flatMap(peer -> peer.tally().stream()).toList());
  }
}
