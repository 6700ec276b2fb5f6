# fails: key-back
export ECR_HOST=761624429622.dkr.ecr.ap-northeast-1.amazonaws.com
kubectl apply -f batch-secret-config.yaml -f batch-app-config.yaml
envsubst < batch-app.yaml | kubectl apply -f -
sleep 300
kubectl logs $(kubectl get jobs -n eks-work -o name | head -n 1) -n eks-work
kubectl apply -f batch-app-config-incomplete.yaml
envsubst < batch-app-optional.yaml | kubectl apply -f -
sleep 240
for try in $(seq 15); do kubectl get all -n eks-work | grep CrashLoopBackOff && break; sleep 20; done
kubectl logs $(kubectl get pods -n eks-work -o name | tail -n 1) -n eks-work
kubectl describe pods -n eks-work
envsubst < batch-app.yaml | kubectl apply -f -
sleep 330
