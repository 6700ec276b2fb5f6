# The settings are made without files, and a Job is started by hand instead of waiting for its time.
kubectl create secret generic batch-secret-config -n eks-work --from-literal=aws-accesskey=EXAMPLE-ACCESS-KEY --from-literal=aws-secretkey=example-secret-key
kubectl create configmap batch-app-config -n eks-work --from-literal=aws-region=ap-northeast-1 --from-literal=bucket-name=eks-work-batch --from-literal=folder-name=batch --from-literal=batch-run=true
ECR_HOST=761624429622.dkr.ecr.ap-northeast-1.amazonaws.com
export ECR_HOST
envsubst < batch-app.yaml > filled-in.yaml
kubectl apply -f filled-in.yaml
kubectl create job batch-app-by-hand -n eks-work --from=cronjob/batch-app
kubectl wait --for=condition=complete job/batch-app-by-hand -n eks-work --timeout=60s
kubectl logs job/batch-app-by-hand -n eks-work
kubectl patch configmap batch-app-config -n eks-work --type=merge -p '{"data":{"bucket-name":null}}'
envsubst < batch-app-optional.yaml | kubectl apply -f -
sleep 240
for try in $(seq 15); do kubectl get pods -n eks-work | grep CrashLoopBackOff && break; sleep 20; done
kubectl logs $(kubectl get pods -n eks-work | grep CrashLoopBackOff | head -n 1 | cut -d ' ' -f 1) -n eks-work
kubectl describe cronjob batch-app -n eks-work
kubectl patch configmap batch-app-config -n eks-work --type=merge -p '{"data":{"bucket-name":"eks-work-batch"}}'
kubectl apply -f filled-in.yaml
sleep 330
