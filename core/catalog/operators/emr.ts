import type { Operator, Parameter } from '../types.ts';

const configurationsParameters: readonly Parameter[] = [
  {
    name: 'classification', // EmrOperatorFactory.java:827
    type: ['string'],
    meaning: 'Name of the configuration, such as core-site.',
    undocumented: true,
  },
  {
    name: 'properties', // EmrOperatorFactory.java:828
    type: ['map<string,string>'],
    meaning: 'Its settings.',
    undocumented: true,
  },
  {
    name: 'configurations', // EmrOperatorFactory.java:689
    type: ['list<string|map>'],
    meaning: 'Nested configurations.',
    undocumented: true,
  },
];

const volumeSpecificationParameters: readonly Parameter[] = [
  {
    name: 'iops', // EmrOperatorFactory.java:714
    type: ['integer'],
    meaning: 'I/O operations per second.',
  },
  {
    name: 'size_in_gb', // EmrOperatorFactory.java:715
    type: ['integer'],
    meaning: 'Size in GB.',
    required: true,
  },
  {
    name: 'type', // EmrOperatorFactory.java:716
    type: ['string'],
    meaning: 'Volume type, such as gp2.',
    required: true,
  },
];

const devicesParameters: readonly Parameter[] = [
  {
    name: 'volume_specification', // EmrOperatorFactory.java:707
    type: ['map'],
    meaning: 'Kind of the volume.',
    required: true,
    notes: ['Misspelled volume_specifiation in the documentation.'],
    parameters: volumeSpecificationParameters,
  },
  {
    name: 'volumes_per_instance', // EmrOperatorFactory.java:708
    type: ['integer'],
    meaning: 'Number of such volumes.',
  },
];

const ebsParameters: readonly Parameter[] = [
  {
    name: 'optimized', // EmrOperatorFactory.java:698
    type: ['boolean'],
    meaning: 'EBS-optimized instances.',
  },
  {
    name: 'devices', // EmrOperatorFactory.java:699
    type: ['list<map>'],
    meaning: 'Volumes to attach.',
    notes: ['The documentation shows a map; the code wants a list.'],
    parameters: devicesParameters,
  },
];

const coreParameters: readonly Parameter[] = [
  {
    name: 'name', // EmrOperatorFactory.java:682
    type: ['string'],
    meaning: 'Name of the instance group.',
    undocumented: true,
  },
  {
    name: 'type', // EmrOperatorFactory.java:685
    type: ['string'],
    meaning: 'EC2 instance type.',
  },
  {
    name: 'count', // EmrOperatorFactory.java:675
    type: ['integer'],
    meaning: 'Number of instances.',
    default: 0,
    notes: ['The default 0 makes an empty group; always give it.'],
  },
  {
    name: 'market', // EmrOperatorFactory.java:686
    type: ['string'],
    meaning: 'ON_DEMAND or SPOT.',
    enum: ['ON_DEMAND', 'SPOT'],
    undocumented: true,
  },
  {
    name: 'bid_price', // EmrOperatorFactory.java:687
    type: ['string'],
    meaning: 'Highest price for spot instances.',
    undocumented: true,
  },
  {
    name: 'ebs', // EmrOperatorFactory.java:688
    type: ['map'],
    meaning: 'EBS volumes of each instance.',
    parameters: ebsParameters,
  },
  {
    name: 'configurations', // EmrOperatorFactory.java:689
    type: ['list<string|map>'],
    meaning:
      'EMR configurations: JSON files of the project, or maps with classification, properties and configurations.',
    undocumented: true,
    parameters: configurationsParameters,
  },
];

/** emr>: facts from EmrOperatorFactory.java of Digdag 0.10. */
export const emrOperator: Operator = {
  name: 'emr',
  summary: 'Runs steps on Amazon EMR, on a cluster of its own or an existing one.',
  command: {
    type: ['nothing'], // EmrOperatorFactory.java:324
    meaning: 'Stays empty; a value is ignored, also parameters that are indented below it by mistake.',
  },
  parameters: [
    {
      name: 'cluster', // EmrOperatorFactory.java:324
      type: ['string', 'map'],
      meaning: 'Id of a running cluster (j-...), or the settings of a new one.',
      required: true,
      jsonText: true,
      notes: ['Without it Digdag tries to make a cluster with no settings and complains about ec2.'],
      parameters: [
        {
          name: 'name', // EmrOperatorFactory.java:623
          type: ['string'],
          meaning: 'Name of the cluster; Digdag adds a random tag.',
          default: 'Digdag',
        },
        {
          name: 'release', // EmrOperatorFactory.java:624
          type: ['string'],
          meaning: 'EMR release.',
          default: 'emr-5.2.0',
        },
        {
          name: 'applications', // EmrOperatorFactory.java:579
          type: ['list<string>'],
          meaning: 'Applications to install.',
          default: ['Hadoop', 'Hive', 'Spark', 'Flink'],
        },
        {
          name: 'logs', // EmrOperatorFactory.java:628
          type: ['string'],
          meaning: 'S3 address for the logs.',
        },
        {
          name: 'auto_terminate', // EmrOperatorFactory.java:654
          type: ['boolean'],
          meaning: 'Shuts the cluster down when the steps are done.',
          default: true,
        },
        {
          name: 'bootstrap', // EmrOperatorFactory.java:595
          type: ['list<string|map>'],
          meaning: 'Scripts that run on every node at start: a file, or a map.',
          parameters: [
            {
              name: 'path', // EmrOperatorFactory.java:756
              type: ['string'],
              meaning: 'Script: a file of the project or an s3: address.',
              required: true,
            },
            {
              name: 'name', // EmrOperatorFactory.java:758
              type: ['string'],
              meaning: 'Name of the action.',
              default: 'file name',
            },
            {
              name: 'args', // EmrOperatorFactory.java:775
              type: ['list<string>'],
              meaning: 'Arguments of the script.',
              jsonText: true,
              secretTemplate: true,
            },
            {
              name: 'env', // EmrOperatorFactory.java:768
              type: ['map'],
              meaning: 'Environment of the program; values may hold ${secret:name}.',
              secretTemplate: true,
              undocumented: true,
            },
            {
              name: 'files', // EmrOperatorFactory.java:770
              type: ['list<string>'],
              meaning: 'More files to fetch into its working directory.',
              undocumented: true,
            },
          ],
        },
        {
          name: 'configurations', // EmrOperatorFactory.java:590
          type: ['list<string|map>'],
          meaning:
            'EMR configurations: JSON files of the project, or maps with classification, properties and configurations.',
          undocumented: true,
          parameters: configurationsParameters,
        },
        {
          name: 'cluster_role', // EmrOperatorFactory.java:629
          type: ['string'],
          meaning: 'Instance profile of the nodes.',
          default: 'EMR_EC2_DefaultRole',
          undocumented: true,
        },
        {
          name: 'service_role', // EmrOperatorFactory.java:630
          type: ['string'],
          meaning: 'Role of the EMR service.',
          default: 'EMR_DefaultRole',
          undocumented: true,
        },
        {
          name: 'visible', // EmrOperatorFactory.java:632
          type: ['boolean'],
          meaning: 'Whether all users of the account see the cluster.',
          default: true,
          undocumented: true,
        },
        {
          name: 'termination_protected', // EmrOperatorFactory.java:649
          type: ['boolean'],
          meaning: 'Protects the cluster against shutting down.',
          default: false,
          undocumented: true,
        },
        {
          name: 'availability_zone', // EmrOperatorFactory.java:650
          type: ['string'],
          meaning: 'Zone to start in.',
          undocumented: true,
        },
        {
          name: 'ec2', // EmrOperatorFactory.java:574
          type: ['map'],
          meaning: 'Machines of the cluster.',
          required: true,
          parameters: [
            {
              name: 'key', // EmrOperatorFactory.java:653
              type: ['string'],
              meaning: 'EC2 key pair.',
              required: true,
            },
            {
              name: 'subnet_id', // EmrOperatorFactory.java:604
              type: ['string'],
              meaning: 'Subnet to start in; decides the default instance types (m4 with, m3 without).',
            },
            {
              name: 'master', // EmrOperatorFactory.java:575
              type: ['map'],
              meaning: 'Master node; there is always one.',
              parameters: [
                {
                  name: 'name', // EmrOperatorFactory.java:682
                  type: ['string'],
                  meaning: 'Name of the instance group.',
                  undocumented: true,
                },
                {
                  name: 'type', // EmrOperatorFactory.java:685
                  type: ['string'],
                  meaning: 'EC2 instance type.',
                },
                {
                  name: 'market', // EmrOperatorFactory.java:686
                  type: ['string'],
                  meaning: 'ON_DEMAND or SPOT.',
                  enum: ['ON_DEMAND', 'SPOT'],
                  undocumented: true,
                },
                {
                  name: 'bid_price', // EmrOperatorFactory.java:687
                  type: ['string'],
                  meaning: 'Highest price for spot instances.',
                  undocumented: true,
                },
                {
                  name: 'ebs', // EmrOperatorFactory.java:688
                  type: ['map'],
                  meaning: 'EBS volumes of each instance.',
                  parameters: ebsParameters,
                },
                {
                  name: 'configurations', // EmrOperatorFactory.java:689
                  type: ['list<string|map>'],
                  meaning:
                    'EMR configurations: JSON files of the project, or maps with classification, properties and configurations.',
                  undocumented: true,
                  parameters: configurationsParameters,
                },
              ],
            },
            {
              name: 'core', // EmrOperatorFactory.java:576
              type: ['map'],
              meaning: 'Core nodes.',
              parameters: coreParameters,
            },
            {
              name: 'task', // EmrOperatorFactory.java:577
              type: ['list<map>'],
              meaning: 'Groups of task nodes.',
              parameters: coreParameters,
            },
            {
              name: 'additional_master_security_groups', // EmrOperatorFactory.java:644
              type: ['list<string>'],
              meaning: 'More security groups of the master.',
              undocumented: true,
            },
            {
              name: 'additional_slave_security_groups', // EmrOperatorFactory.java:645
              type: ['list<string>'],
              meaning: 'More security groups of the other nodes.',
              undocumented: true,
            },
            {
              name: 'emr_managed_master_security_group', // EmrOperatorFactory.java:646
              type: ['string'],
              meaning: 'Security group that EMR manages for the master.',
              undocumented: true,
            },
            {
              name: 'emr_managed_slave_security_group', // EmrOperatorFactory.java:647
              type: ['string'],
              meaning: 'Security group that EMR manages for the other nodes.',
              undocumented: true,
            },
            {
              name: 'service_access_security_group', // EmrOperatorFactory.java:648
              type: ['string'],
              meaning: 'Security group for the EMR service.',
              undocumented: true,
            },
          ],
        },
      ],
      uses: 4,
    },
    {
      name: 'steps', // EmrOperatorFactory.java:317
      type: ['list<map>'],
      meaning: 'Steps to run, one after another.',
      required: true,
      notes: ['An empty list is an error in the code, although the documentation speaks of clusters without steps.'],
      parameters: [
        {
          name: 'type', // EmrOperatorFactory.java:1050
          type: ['string'],
          meaning: 'Kind of step.',
          required: true,
          enum: ['flink', 'hive', 'spark', 'spark-sql', 'script', 'command'],
          enumChecked: true,
        },
        {
          name: 'name', // EmrOperatorFactory.java:1342
          type: ['string'],
          meaning: 'Name of the step; Digdag adds a random tag.',
          default: 'a name after its type',
          undocumented: true,
        },
        {
          name: 'action_on_failure', // EmrOperatorFactory.java:1346
          type: ['string'],
          meaning: 'What EMR does when this step fails.',
          default: 'action_on_failure of the task',
          enum: ['TERMINATE_JOB_FLOW', 'TERMINATE_CLUSTER', 'CANCEL_AND_WAIT', 'CONTINUE'],
          undocumented: true,
        },
        {
          name: 'application', // EmrOperatorFactory.java:1100
          type: ['string'],
          meaning: 'Program file: .jar, for spark also .py or .scala.',
          required: true,
          when: 'type: flink, spark',
        },
        {
          name: 'script', // EmrOperatorFactory.java:1243
          type: ['string'],
          meaning: 'Script file.',
          required: true,
          when: 'type: hive, script',
        },
        {
          name: 'query', // EmrOperatorFactory.java:1207
          type: ['string'],
          meaning: 'SQL template file.',
          required: true,
          when: 'type: spark-sql',
        },
        {
          name: 'result', // EmrOperatorFactory.java:1234
          type: ['string'],
          meaning: 'S3 address for the result.',
          required: true,
          when: 'type: spark-sql',
        },
        {
          name: 'command', // EmrOperatorFactory.java:1311
          type: ['string'],
          meaning: 'Program to run.',
          required: true,
          when: 'type: command',
        },
        {
          name: 'args', // EmrOperatorFactory.java:1258
          type: ['list<string>'],
          meaning: 'Arguments.',
          jsonText: true,
          secretTemplate: true,
          when: 'type: flink, spark, script, command',
          notes: ['For spark a JSON text and ${secret:name} are not understood, and a .scala program takes no args.'],
        },
        {
          name: 'files', // EmrOperatorFactory.java:1106
          type: ['list<string>'],
          meaning: 'More files to fetch into the working directory.',
          when: 'type: spark, script, command',
          undocumented: true,
        },
        {
          name: 'jars', // EmrOperatorFactory.java:1116
          type: ['list<string>'],
          meaning: 'Libraries to pass along.',
          when: 'type: spark, spark-sql',
        },
        {
          name: 'conf', // EmrOperatorFactory.java:1126
          type: ['map', 'list<map>'],
          meaning: 'Spark settings.',
          secretTemplate: true,
          when: 'type: spark, spark-sql',
        },
        {
          name: 'class', // EmrOperatorFactory.java:1129
          type: ['string'],
          meaning: 'Main class.',
          when: 'type: spark',
        },
        {
          name: 'deploy_mode', // EmrOperatorFactory.java:1173
          type: ['string'],
          meaning: 'Spark deploy mode.',
          default: 'cluster; client for .scala, which allows nothing else',
          enum: ['client', 'cluster'],
          when: 'type: spark, spark-sql',
          undocumented: true,
        },
        {
          name: 'submit_options', // EmrOperatorFactory.java:1191
          type: ['list<string>'],
          meaning: 'More options of spark-submit.',
          when: 'type: spark, spark-sql',
          undocumented: true,
        },
        {
          name: 'yarn_containers', // EmrOperatorFactory.java:1277
          type: ['integer'],
          meaning: 'Number of YARN containers.',
          default: 2,
          when: 'type: flink',
          undocumented: true,
        },
        {
          name: 'vars', // EmrOperatorFactory.java:1294
          type: ['map<string,string>'],
          meaning: 'Hive variables (-d).',
          secretTemplate: true,
          when: 'type: hive',
        },
        {
          name: 'hiveconf', // EmrOperatorFactory.java:1295
          type: ['map<string,string>'],
          meaning: 'Hive settings (-hiveconf).',
          secretTemplate: true,
          when: 'type: hive',
        },
        {
          name: 'env', // EmrOperatorFactory.java:1254
          type: ['map'],
          meaning: 'Environment of the program; values may hold ${secret:name}.',
          secretTemplate: true,
          when: 'type: script, command',
          undocumented: true,
        },
      ],
      uses: 4,
    },
    {
      name: 'staging', // EmrOperatorFactory.java:235
      type: ['string'],
      meaning: 'S3 folder for files on their way to the cluster.',
      required: true,
      notes: [
        'Needed in practice for every run, since Digdag stages its own runner script; everything in it is deleted afterwards.',
      ],
      uses: 2,
    },
    {
      name: 'action_on_failure', // EmrOperatorFactory.java:173
      type: ['string'],
      meaning: 'What EMR does when a step fails.',
      default: 'CANCEL_AND_WAIT',
      enum: ['TERMINATE_JOB_FLOW', 'TERMINATE_CLUSTER', 'CANCEL_AND_WAIT', 'CONTINUE'],
    },
    {
      name: 'emr.region', // EmrOperatorFactory.java:196
      type: ['string'],
      meaning: 'AWS region of EMR. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.emr.region',
      since: '0.9.14',
    },
    {
      name: 'emr.endpoint', // EmrOperatorFactory.java:205
      type: ['string'],
      meaning: 'Address of the EMR service. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.emr.endpoint',
      since: '0.9.14',
    },
    {
      name: 's3.region', // EmrOperatorFactory.java:191
      type: ['string'],
      meaning: 'AWS region of the staging bucket. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.s3.region',
      since: '0.9.14',
    },
    {
      name: 's3.endpoint', // EmrOperatorFactory.java:210
      type: ['string'],
      meaning: 'Address of the S3 service. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.s3.endpoint',
      since: '0.9.14',
    },
    {
      name: 'kms.region', // EmrOperatorFactory.java:201
      type: ['string'],
      meaning: 'AWS region of KMS. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.kms.region',
      since: '0.9.14',
    },
    {
      name: 'kms.endpoint', // EmrOperatorFactory.java:215
      type: ['string'],
      meaning: 'Address of the KMS service. The key is one literal name with a dot, not a nested map.',
      secret: 'aws.kms.endpoint',
      since: '0.9.14',
    },
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'format', // EmrOperatorFactory.java:1071
      keys: ['steps'],
      text: 'type of a step must be one of the six known ones.',
    },
    {
      kind: 'requires', // EmrOperatorFactory.java:880
      keys: ['staging'],
      text: 'staging is needed.',
    },
  ],
  sections: [
    {
      path: ['aws', 'emr'], // EmrOperatorFactory.java:171
      meaning: 'Defaults for emr>; wins over aws.',
    },
    {
      path: ['aws'], // EmrOperatorFactory.java:172
      meaning: 'Defaults shared with s3_wait>.',
    },
  ],
  secrets: [
    {
      name: 'aws.emr.access_key_id', // EmrOperatorFactory.java:279
      meaning: 'AWS key; else aws.access_key_id.',
      required: true,
      fallback: ['aws.access_key_id'],
    },
    {
      name: 'aws.emr.secret_access_key', // EmrOperatorFactory.java:282
      meaning: 'AWS secret key; else aws.secret_access_key.',
      required: true,
      fallback: ['aws.secret_access_key'],
    },
    {
      name: 'aws.emr.role_arn', // EmrOperatorFactory.java:287
      meaning: 'Role to assume; else aws.role_arn.',
      fallback: ['aws.role_arn'],
    },
    {
      name: 'aws.emr.role_session_name', // EmrOperatorFactory.java:295
      meaning: 'Session name for it; else aws.role_session_name.',
      fallback: ['aws.role_session_name'],
    },
    {
      name: 'aws.emr.region', // EmrOperatorFactory.java:194
      meaning: 'Region of EMR; else aws.region.',
      fallback: ['aws.region'],
    },
    {
      name: 'aws.emr.endpoint', // EmrOperatorFactory.java:204
      meaning: 'Address of EMR.',
    },
    {
      name: 'aws.s3.region', // EmrOperatorFactory.java:189
      meaning: 'Region of the staging bucket; else aws.region.',
      fallback: ['aws.region'],
    },
    {
      name: 'aws.s3.endpoint', // EmrOperatorFactory.java:209
      meaning: 'Address of S3.',
    },
    {
      name: 'aws.kms.region', // EmrOperatorFactory.java:199
      meaning: 'Region of KMS; else aws.region.',
      fallback: ['aws.region'],
    },
    {
      name: 'aws.kms.endpoint', // EmrOperatorFactory.java:214
      meaning: 'Address of KMS.',
    },
    {
      name: 'aws.emr.kms_key_id', // EmrOperatorFactory.java:1397
      meaning: 'KMS key that encrypts arguments holding ${secret:name}.',
      when: 'an argument holds ${secret:name}',
    },
  ],
  outputs: [
    {
      name: 'emr.last_cluster_id', // EmrOperatorFactory.java:436
      type: ['string'],
      meaning: 'Id of the cluster; only when this task made it.',
    },
  ],
  files: [
    {
      kind: 'read',
      value: 'steps[].application',
      resolve: 'workdir, name',
      mustExist: true,
      template: 'for .py and .scala',
      when: 'not an s3: address',
    },
    { kind: 'read', value: 'steps[].script', resolve: 'workdir, name', mustExist: true, when: 'not an s3: address' },
    {
      kind: 'template',
      value: 'steps[].query',
      resolve: 'workdir, name',
      mustExist: true,
      template: true,
      when: 'not an s3: address',
    },
    { kind: 'read', value: 'steps[].files[]', resolve: 'workdir, name', mustExist: true, when: 'not an s3: address' },
    { kind: 'read', value: 'steps[].jars[]', resolve: 'workdir, name', mustExist: true, when: 'not an s3: address' },
    {
      kind: 'read',
      value: 'cluster.bootstrap[]',
      resolve: 'workdir, name',
      mustExist: true,
      when: 'not an s3: address',
    },
    {
      kind: 'read',
      value: 'cluster.bootstrap[].path',
      resolve: 'workdir, name',
      mustExist: true,
      when: 'not an s3: address',
    },
    {
      kind: 'read',
      value: 'cluster.bootstrap[].files[]',
      resolve: 'workdir, name',
      mustExist: true,
      when: 'not an s3: address',
    },
    {
      kind: 'template',
      value: 'cluster.configurations[]',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      extensions: ['.json'],
      when: 'the item is a text',
    },
  ],
  since: '0.9.0',
  notes: [
    'Local step files are looked up by their last name only, directly in the working directory, so scripts/hello.sh of the documentation is read as hello.sh (code reading, not tried).',
    'The keys for region and address need quotes-free dotted names, such as emr.region: us-east-1, at the level of the task.',
  ],
  example:
    '+spark:\n  emr>:\n  cluster: {ec2: {key: my-key, core: {type: m4.xlarge, count: 2}}}\n  staging: s3://my-bucket/staging/\n  steps:\n    - type: spark\n      application: pi.py\n      args: ["10"]',
  documentation: 'operators/emr',
  uses: 4,
};
