/** A model of two axes, small enough to be read. */
export const smallModel = () => ({
  key: 'small',
  version: 1,
  name: 'Small',
  coverageFloor: 0.5,
  bands: {
    healthy: {enter: 75, leave: 70},
    watch: {enter: 60, leave: 55},
    at_risk: {enter: 40, leave: 35},
    worseFor: 'PT0S',
    keep: 'PT72H',
  },
  prior: {label: 'prior, not learnt', months: 12, probabilities: {healthy: 0.02, watch: 0.08, at_risk: 0.25, critical: 0.5, unknown: 0.1}},
  axes: [
    {
      key: 'use',
      name: 'Use',
      weight: 0.7,
      signals: [
        {
          key: 'people',
          name: 'People',
          unit: 'people',
          weight: 0.6,
          measure: {kind: 'active_people', days: 7, baselineSpans: 8, baselineMinimum: 4, baselineCarried: 13},
          curve: [
            [0, 0],
            [0.7, 60],
            [1, 100],
          ],
        },
        {
          key: 'seats',
          name: 'Seats',
          unit: 'ratio',
          weight: 0.4,
          measure: {kind: 'licence_use', days: 28},
          curve: [
            [0.3, 0],
            [0.8, 100],
          ],
        },
      ],
    },
    {
      key: 'money',
      name: 'Money',
      weight: 0.3,
      signals: [
        {
          key: 'overdue',
          name: 'Days overdue',
          unit: 'days',
          weight: 1,
          measure: {kind: 'days_overdue'},
          curve: [
            [0, 100],
            [60, 0],
          ],
        },
      ],
    },
  ],
});

export const inForce = (model = smallModel()) => ({
  id: 'small-v1',
  state: 'published',
  inForce: true,
  publishedAt: '2026-03-03T09:00:00Z',
  publishedBy: 'c.whitlock@larkfield.example',
  reason: 'Quarterly review',
  reviewDueOn: '2027-03-03',
  changedAt: null,
  changedBy: null,
  model,
});

export const draft = (model = smallModel(), id = '11111111-2222-3333-4444-555555555555') => ({
  id,
  state: 'draft',
  inForce: false,
  publishedAt: null,
  publishedBy: null,
  reason: null,
  reviewDueOn: null,
  changedAt: '2026-06-15T17:20:00Z',
  changedBy: 'r.castel@larkfield.example',
  model,
});
