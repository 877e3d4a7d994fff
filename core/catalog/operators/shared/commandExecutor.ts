import type { Parameter } from '../../types.ts';

export const docker: Parameter = {
  name: 'docker', // DockerCommandExecutor.java:52
  type: ['map'],
  meaning: 'Runs the command in a container of this image instead of on the agent.',
  notes: [
    'Usually exported for a whole workflow. The ECS executor reads only docker.image and looks for a task definition tagged digdag.docker.image.',
  ],
  parameters: [
    {
      name: 'image', // DockerCommandExecutor.java:88
      type: ['string'],
      meaning: 'Image to run, or base image when build is given.',
      required: true,
    },
    {
      name: 'docker', // DockerCommandExecutor.java:89
      type: ['string'],
      meaning: 'Program to call instead of docker.',
      default: 'docker',
    },
    {
      name: 'build', // DockerCommandExecutor.java:93
      type: ['list<string>'],
      meaning: 'Shell commands that become RUN lines of a derived image, built once and reused.',
    },
    {
      name: 'build_options', // DockerCommandExecutor.java:94
      type: ['list<string>'],
      meaning: 'Extra arguments of docker build.',
      when: 'build',
      since: '0.9.37',
    },
    {
      name: 'run_options', // DockerCommandExecutor.java:106
      type: ['list<string>'],
      meaning: 'Extra arguments of docker run.',
      since: '0.9.37',
    },
    {
      name: 'pull_always', // DockerCommandExecutor.java:100
      type: ['boolean'],
      meaning: 'Pulls the image before every run; not looked at when build is given.',
      default: false,
      since: '0.9.14',
      notes: ['The 0.9.14 release notes call it always_pull; the code reads pull_always.'],
    },
    {
      name: 'selinux', // DockerCommandExecutor.java:114
      type: ['boolean'],
      meaning: 'Mounts the project with the SELinux relabel flag.',
      default: false,
      since: '0.10.4',
    },
  ],
  uses: 133,
};

export const ecs: Parameter = {
  name: 'ecs', // EcsCommandExecutor.java:182
  type: ['map'],
  meaning: 'ECS settings of the task.',
  parameters: [
    {
      name: 'task_definition_arn', // EcsCommandExecutor.java:184
      type: ['string'],
      meaning: 'Task definition (exactly one container) that runs the command.',
    },
  ],
};

export const agentCommandExecutorEcs: Parameter = {
  name: 'agent.command_executor.ecs', // EcsClientConfig.java:14
  type: ['map'],
  meaning:
    'ECS cluster chosen in the workflow instead of in the server configuration; the key is one literal name with dots.',
  undocumented: true,
  notes: [
    'The access key comes from the server configuration only. A configuration error here does not fail the task: Digdag falls back to Docker, then to the agent itself.',
  ],
  parameters: [
    {
      name: 'cluster_name', // EcsClientConfig.java:74
      type: ['string'],
      meaning: 'Cluster to run on.',
      required: true,
      undocumented: true,
    },
    {
      name: 'region', // EcsClientConfig.java:119
      type: ['string'],
      meaning: 'AWS region of the cluster.',
      required: true,
      undocumented: true,
    },
    {
      name: 'launch_type', // EcsClientConfig.java:116
      type: ['string'],
      meaning: 'ECS launch type.',
      enum: ['EC2', 'FARGATE', 'EXTERNAL'],
      enumChecked: true,
      undocumented: true,
      notes: ['Leave it out when capacity_provider_name is set.'],
    },
    {
      name: 'subnets', // EcsClientConfig.java:120
      type: ['string'],
      meaning: 'Subnet ids joined by commas; one text, not a list.',
      undocumented: true,
    },
    {
      name: 'max_retries', // EcsClientConfig.java:121
      type: ['integer'],
      meaning: 'Retries of the AWS client.',
      default: 3,
      undocumented: true,
    },
    {
      name: 'capacity_provider_name', // EcsClientConfig.java:122
      type: ['string'],
      meaning: 'Capacity provider to use.',
      undocumented: true,
    },
    {
      name: 'container_cpu', // EcsClientConfig.java:123
      type: ['integer'],
      meaning: 'CPU units of the container.',
      undocumented: true,
    },
    {
      name: 'container_memory', // EcsClientConfig.java:124
      type: ['integer'],
      meaning: 'Memory of the container in MiB.',
      undocumented: true,
    },
    {
      name: 'task_cpu', // EcsClientConfig.java:132
      type: ['string'],
      meaning: 'CPU of the ECS task, such as 1024 or 1 vcpu.',
      undocumented: true,
    },
    {
      name: 'task_memory', // EcsClientConfig.java:133
      type: ['string'],
      meaning: 'Memory of the ECS task, such as 2048 or 2 GB.',
      undocumented: true,
    },
    {
      name: 'started_by', // EcsClientConfig.java:125
      type: ['string'],
      meaning: 'Text that AWS keeps as the starter of the task.',
      undocumented: true,
    },
    {
      name: 'assign_public_ip', // EcsClientConfig.java:129
      type: ['boolean'],
      meaning: 'Gives the task a public address.',
      default: true,
      undocumented: true,
    },
    {
      name: 'placement_strategy_type', // EcsClientConfig.java:130
      type: ['string'],
      meaning: 'How ECS places the task.',
      enum: ['random', 'spread', 'binpack'],
      enumChecked: true,
      undocumented: true,
    },
    {
      name: 'placement_strategy_field', // EcsClientConfig.java:131
      type: ['string'],
      meaning: 'Field of the placement strategy; needs placement_strategy_type.',
      undocumented: true,
    },
    {
      name: 'use_environment_file', // EcsClientConfig.java:134
      type: ['boolean'],
      meaning: 'Passes the environment as a file in S3 instead of as overrides (which are limited to 8 KB).',
      default: false,
      since: '0.10.5',
      undocumented: true,
    },
  ],
};

export const kubernetes: Parameter = {
  name: 'kubernetes', // KubernetesClientConfig.java:22
  type: ['map'],
  meaning: 'Pod settings for the Kubernetes executor.',
  undocumented: true,
  notes: [
    'Doubtful: in this source a kubernetes key makes the Kubernetes executor fail with "Not support yet" (KubernetesClientConfig), while without the key the client asks for it and the run falls back to Docker. The documentation calls Kubernetes support unfinished.',
  ],
  parameters: [
    {
      name: 'Pod', // DefaultKubernetesClient.java:71
      type: ['map'],
      meaning: 'Settings of the pod that runs the command.',
      undocumented: true,
      parameters: [
        {
          name: 'resources', // DefaultKubernetesClient.java:240
          type: ['map'],
          meaning: 'Kubernetes resource requests and limits.',
          undocumented: true,
        },
        {
          name: 'volumeMounts', // DefaultKubernetesClient.java:249
          type: ['map', 'list<map>'],
          meaning: 'Kubernetes volume mounts of the container.',
          undocumented: true,
        },
        {
          name: 'volumes', // DefaultKubernetesClient.java:276
          type: ['map', 'list<map>'],
          meaning: 'Kubernetes volumes of the pod.',
          undocumented: true,
        },
        {
          name: 'affinity', // DefaultKubernetesClient.java:258
          type: ['map'],
          meaning: 'Kubernetes affinity rules.',
          undocumented: true,
        },
        {
          name: 'tolerations', // DefaultKubernetesClient.java:267
          type: ['map', 'list<map>'],
          meaning: 'Kubernetes tolerations.',
          undocumented: true,
        },
      ],
    },
    {
      name: 'PersistentVolume', // DefaultKubernetesClient.java:184
      type: ['map'],
      meaning: 'Persistent volume made before the pod.',
      undocumented: true,
      parameters: [
        {
          name: 'name', // DefaultKubernetesClient.java:190
          type: ['string'],
          meaning: 'Name of the volume.',
          required: true,
          undocumented: true,
        },
        {
          name: 'spec', // DefaultKubernetesClient.java:185
          type: ['map'],
          meaning: 'Kubernetes spec of the volume; without it nothing is made.',
          undocumented: true,
        },
      ],
    },
    {
      name: 'PersistentVolumeClaim', // DefaultKubernetesClient.java:202
      type: ['map'],
      meaning: 'Volume claim made before the pod.',
      undocumented: true,
      parameters: [
        {
          name: 'name', // DefaultKubernetesClient.java:208
          type: ['string'],
          meaning: 'Name of the claim.',
          required: true,
          undocumented: true,
        },
        {
          name: 'spec', // DefaultKubernetesClient.java:203
          type: ['map'],
          meaning: 'Kubernetes spec of the claim; without it nothing is made.',
          undocumented: true,
        },
      ],
    },
  ],
};
